import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import type { Field } from "../fields/types";
import type { Answers } from "../rules/answers";
import { mayRead } from "../rules/comments";
import { getHandover } from "./handover";
import { snapshotOf } from "./snapshot";
import { briefFieldsOf } from "./brief-fields";
import { fieldsOf } from "./versions";

export type Readable = { fields: Field[]; /** Of the version under review; of a draft none. */ answers: Answers; mayRead: (field: string) => boolean };

/** The fields of the version under review, and which of them this person may read. Out of scope is NOT_FOUND. */
export async function readableFieldsOf(tx: Db, ctx: Ctx, { id, briefVersion }: { id: string; briefVersion: number }): Promise<Readable> {
  const { readable } = await getHandover({ ...ctx, db: tx }, id);
  const snapshot = await snapshotOf(tx, id, briefVersion);
  const fields = snapshot ? await fieldsOf(tx, snapshot) : await briefFieldsOf(tx, id);
  const visible = new Set(readable);
  return { fields, answers: snapshot?.answers ?? [], mayRead: (field) => mayRead(field, fields, visible) };
}
