import "server-only";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Env } from "./env";
import { diskStore } from "./store-disk";
import { s3Store } from "./store-s3";

/** Keeps files by the digest of what they hold. There is no listing: the database knows what should be there. */
export type Store = {
  /** Keeps a local file's bytes, whole or not at all; the file stays where it is. A repeat changes nothing. */
  put: (file: string, kept: Kept) => Promise<void>;
  /** The bytes, or null where there are none. They are not checked: pass them through `checked`. */
  read: (sha256: string) => Promise<Readable | null>;
  /** Nothing is there afterwards; it need not have been there before. */
  remove: (sha256: string) => Promise<void>;
};

export type Kept = { sha256: string; size: number };

export type StorageSettings = Pick<Env, "STORAGE" | "STORAGE_DIR" | "STORAGE_ENDPOINT" | "STORAGE_BUCKET" | "STORAGE_REGION" | "STORAGE_ACCESS_KEY" | "STORAGE_SECRET_KEY">;

/** The organisation's documents: on disk, or in a bucket. */
export function openStore(settings: StorageSettings): Store {
  const { STORAGE, STORAGE_ENDPOINT, STORAGE_BUCKET, STORAGE_REGION, STORAGE_ACCESS_KEY, STORAGE_SECRET_KEY } = settings;
  if (STORAGE === "disk") return diskStore(join(folderOf(settings), "kept"));
  if (!STORAGE_ENDPOINT || !STORAGE_BUCKET || !STORAGE_ACCESS_KEY || !STORAGE_SECRET_KEY) throw new Error("The settings of the bucket are incomplete.");
  return s3Store({ endpoint: STORAGE_ENDPOINT, bucket: STORAGE_BUCKET, region: STORAGE_REGION, accessKeyId: STORAGE_ACCESS_KEY, secretAccessKey: STORAGE_SECRET_KEY });
}

/** The sample's documents never leave this machine, and go with the sample. */
export const openSampleStore = (settings: StorageSettings): Store => diskStore(sampleFolderOf(settings));
export const sampleFolderOf = (settings: Pick<StorageSettings, "STORAGE_DIR">): string => join(folderOf(settings), "sample");

/** Where uploads are received; what is left there by a crash is swept. */
export const incomingFolderOf = (settings: Pick<StorageSettings, "STORAGE_DIR">): string => join(folderOf(settings), "incoming");

function folderOf({ STORAGE_DIR }: Pick<StorageSettings, "STORAGE_DIR">): string {
  if (STORAGE_DIR === undefined) throw new Error("STORAGE_DIR is missing: `npm start` sets it.");
  return STORAGE_DIR;
}
