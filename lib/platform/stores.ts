import "server-only";
import type { Db } from "./db";
import { env } from "./env";
import { incomingFolderOf, openSampleStore, openStore, sampleFolderOf, type Store } from "./store";

let main: Store | undefined;
let sample: Store | undefined;

/** The documents of this request's database: the organisation's own, or the sample's. */
export const storeFor = (ctx: { db?: Db }): Store => (ctx.db === undefined ? (main ??= openStore(env)) : (sample ??= openSampleStore(env)));

export const incomingFolder = (): string => incomingFolderOf(env);
export const sampleFolder = (): string => sampleFolderOf(env);
