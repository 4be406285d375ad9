import "server-only";
import { createHash } from "node:crypto";
import { presentedSchema, type Presented } from "@/lib/options/rules/presented";
import type { Db } from "@/lib/platform/db";

/** The frozen view of a presentation, as it was stored. */
export const readPresented = (content: string): Presented => presentedSchema.parse(JSON.parse(content));

/** The digest that a presentation, and whoever saw its options before, name them by. */
export const digestOf = (content: unknown): string => createHash("sha256").update(typeof content === "string" ? content : JSON.stringify(content)).digest("hex");

/** The newest presentation of a deal, whatever became of it; null where nothing was presented. */
export const newestPresentation = (tx: Db, dealId: string) => tx.optionPresentation.findFirst({ where: { dealId }, orderBy: { version: "desc" } });

/** The choice that stands, or null. */
export const standingChoice = (tx: Db, dealId: string) =>
  tx.optionChoice.findFirst({ where: { dealId, replacedAt: null }, include: { presentation: { select: { version: true } } } });
