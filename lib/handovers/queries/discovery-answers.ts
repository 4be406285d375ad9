import "server-only";
import type { Db } from "@/lib/platform/db";
import { isEmpty } from "../rules/keep-answer";
import type { Json } from "../rules/answers";

/** What the client said in the discovery of a deal, by field; what was taken back is left out (P7.4). No authorisation here. */
export async function discoveryOf(db: Db, dealId: string) {
  const rows = await db.discoveryAnswer.findMany({ where: { dealId }, orderBy: { field: "asc" } });
  return rows.map(({ value, ...row }) => ({ ...row, value: value as Json })).filter((row) => !isEmpty(row));
}
