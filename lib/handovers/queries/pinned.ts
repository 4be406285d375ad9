import "server-only";
import type { Db } from "@/lib/platform/db";
import { type Answer, isUpload, type Json } from "../rules/answers";
import { NO_ROW } from "./answers";

/**
 * Whether a value that names an uploaded document names one of this very place, by the name and digest that it has (B4).
 * So nobody puts another brief's document into this one, or a commercial one where everybody reads. True for all other values.
 */
export async function isPinned(db: Db, handoverId: string, { field, rowId, value }: Pick<Answer, "field" | "rowId"> & { value: unknown }): Promise<boolean> {
  if (!isUpload(value as Json)) return true;
  const { document, name, version, sha256, size } = value as { document: string; name: string; version: number; sha256: string; size: number };
  const found = await db.document.findFirst({ where: { id: document, handoverId, field, rowId: rowId ?? NO_ROW, name, version, sha256, size }, select: { id: true } });
  return found !== null;
}
