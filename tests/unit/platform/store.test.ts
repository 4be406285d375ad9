import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checked, receive } from "@/lib/platform/incoming";
import { openStore, type StorageSettings, type Store } from "@/lib/platform/store";
import { FILES, pieces } from "@/tests/support/files";

const home = mkdtempSync(join(tmpdir(), "portal-store-"));
const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: join(home, "bucket"), configureBuckets: [{ name: "documents", configs: [] }] });
let endpoint = "";
const bucket = (more: Partial<StorageSettings> = {}): StorageSettings => ({
  STORAGE: "s3", STORAGE_DIR: home, STORAGE_ENDPOINT: endpoint, STORAGE_BUCKET: "documents", STORAGE_REGION: "eu-central-1",
  STORAGE_ACCESS_KEY: "S3RVER", STORAGE_SECRET_KEY: "S3RVER", ...more,
});

beforeAll(async () => {
  mkdirSync(join(home, "bucket"));
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${String(port)}`;
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/** A local file with so many bytes that no two pieces of it are the same. */
function aFile(name: string, size: number): { path: string; bytes: Buffer; kept: { sha256: string; size: number } } {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) % 4_294_967_296, at);
  const path = join(home, name);
  writeFileSync(path, bytes);
  return { path, bytes, kept: { sha256: createHash("sha256").update(bytes).digest("hex"), size } };
}

describe.each([
  ["on disk", () => openStore({ ...bucket(), STORAGE: "disk" })],
  ["in a bucket of an S3-compatible server", () => openStore(bucket())],
] as const)("a store %s", (_, open) => {
  let store: Store;
  beforeAll(() => { store = open(); });

  it.each([["nothing", 0], ["a few bytes", 13], ["twelve megabytes", 12_000_000]])("gives back %s, byte for byte", async (name, size) => {
    const { path, bytes, kept } = aFile(name, size);
    await store.put(path, kept);
    await store.put(path, kept); // a repeat changes nothing
    const source = await store.read(kept.sha256);
    expect(source && (await buffer(checked(source, kept))).equals(bytes)).toBe(true);
  });

  it("has nothing under a digest that was never kept, or was removed", async () => {
    const { path, kept } = aFile("gone", 100);
    expect(await store.read(kept.sha256)).toBeNull();
    await store.put(path, kept);
    await store.remove(kept.sha256);
    await store.remove(kept.sha256);
    expect(await store.read(kept.sha256)).toBeNull();
  });
});

describe("a bucket", () => {
  it("that refuses the key, does not exist or does not answer is an error with its reason, and never an empty document", async () => {
    const { path, kept } = aFile("refused", 100);
    await expect(openStore(bucket({ STORAGE_ACCESS_KEY: "SOMEBODY" })).put(path, kept)).rejects.toThrow(/did not keep a document: 403 InvalidAccessKeyId/);
    await expect(openStore(bucket({ STORAGE_BUCKET: "nowhere" })).put(path, kept)).rejects.toThrow(/404 NoSuchBucket/);
    await expect(openStore(bucket({ STORAGE_ENDPOINT: "http://127.0.0.1:1" })).read(kept.sha256)).rejects.toThrow();
  });
});

describe("what is received", () => {
  it("knows its digest, its size, how it begins, and whether it can be text", async () => {
    const csv = await receive(pieces(FILES.csv, 3), { folder: join(home, "in"), max: 1_000 });
    expect(csv).toMatchObject({ size: FILES.csv.length, isText: true, sha256: createHash("sha256").update(FILES.csv).digest("hex") });
    expect(csv.head.toString()).toBe(FILES.csv.toString());
    expect((await receive(pieces(FILES.png), { folder: join(home, "in"), max: 1_000 })).isText).toBe(false);
  });
});
