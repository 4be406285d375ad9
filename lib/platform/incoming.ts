import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newId } from "./ids";

/** A file that was received: where it lies for now, what it holds, and how it begins. */
export type Received = { path: string; sha256: string; size: number; head: Buffer; isText: boolean; discard: () => Promise<void> };

/** More than `max` bytes came; nothing is left of them. */
export class TooLarge extends Error {}

const HEAD_BYTES = 4_096;

/**
 * Writes a stream to a file of its own in `folder`, piece by piece, and takes its digest on the way; never more than
 * `max` bytes. Whatever goes wrong, the file is gone. `isText` says that no byte is one that no text has.
 */
export async function receive(body: AsyncIterable<Uint8Array>, { folder, max }: { folder: string; max: number }): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  const discard = () => rm(path, { force: true });
  const digest = createHash("sha256");
  const head: Uint8Array[] = [];
  let [size, isText] = [0, true];
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      if (size < HEAD_BYTES) head.push(piece.subarray(0, HEAD_BYTES - size));
      size += piece.length;
      if (size > max) throw new TooLarge();
      digest.update(piece);
      isText &&= !piece.some(isControl);
      yield piece;
    }
  }
  try {
    await pipeline(body, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    const file = await open(path);
    await file.sync().finally(() => file.close());
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, sha256: digest.digest("hex"), size, head: Buffer.concat(head), isText, discard };
}

/** Below the space there are only tab, line feed, form feed and carriage return in texts. */
const isControl = (byte: number): boolean => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127;

/** Removes what a crash left behind: files older than `before`. Answers how many. */
export async function sweepFolder(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let count = 0;
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (!found?.isFile() || found.mtime >= before) continue;
    await rm(join(folder, name), { force: true });
    count += 1;
  }
  return count;
}

/** Passes bytes on, the last piece only once all of them have the digest that was promised; else the stream breaks off. */
export function checked(source: Readable, { sha256, size }: { sha256: string; size: number }): Readable {
  const digest = createHash("sha256");
  let held: Buffer | null = null;
  let passed = 0;
  const check = new Transform({
    transform(piece: Buffer, _, next) {
      digest.update(piece);
      passed += piece.length;
      const before = held;
      held = piece;
      next(null, before);
    },
    flush(next) {
      if (passed !== size || digest.digest("hex") !== sha256) next(new Error(`The document ${sha256.slice(0, 12)} is not what was kept.`));
      else next(null, held);
    },
  });
  source.once("error", (error) => check.destroy(error));
  check.once("close", () => source.destroy());
  return source.pipe(check);
}

/** The digest of a file's bytes. */
export async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer);
  return digest.digest("hex");
}
