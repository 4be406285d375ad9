import "server-only";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { newId } from "./ids";
import type { Store } from "./store";

/** Files in a folder, each under its digest. A file is there whole or not at all: it gets its name when it is on the disk. */
export function diskStore(folder: string): Store {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(file, { sha256 }) {
      const target = place(sha256);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const aside = `${target}.${newId()}`;
      try {
        await copyFile(file, aside);
        await flush(aside);
        await rename(aside, target);
        await flush(dirname(target));
      } finally {
        await rm(aside, { force: true });
      }
    },
    async read(sha256) {
      const file = await open(place(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return file?.createReadStream() ?? null;
    },
    remove: (sha256) => rm(place(sha256), { force: true }),
  };
}

/** On the disk, and not only in the system's memory. */
async function flush(path: string): Promise<void> {
  const file = await open(path);
  await file.sync().finally(() => file.close());
}
