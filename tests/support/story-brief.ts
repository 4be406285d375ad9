import { saveAnswers } from "@/lib/handovers/commands/answers";
import type { Ctx } from "@/lib/auth/ctx";
import type { Field } from "@/lib/handovers/fields/types";
import { computeBrief } from "@/lib/handovers/queries/computed";
import type { Json } from "@/lib/handovers/rules/answers";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export type Cells = Record<string, Json>;

/** An answer that a person could have given. Text says which field it is for, since the same text twice is pointed out. */
function plausible({ id, label, type, options }: Field): Json {
  switch (type) {
    case "text": return `${label}, as agreed with the client`;
    case "longText": return `What the client told us about ${label.toLowerCase()}, for ${id}.`;
    case "number": return 2;
    case "money": return { minor: 1_800_000, currency: "EUR" };
    case "yesNo": return true;
    case "date": return "2030-03-29";
    case "choice": return options?.[0]?.value ?? null;
    case "choices": return options?.[0] ? [options[0].value] : null;
    case "url": return "https://www.brandt.example/";
    case "file": return { name: "contract.pdf", url: "https://files.example/contract.pdf" };
    case "teams": case "people": return [];
    case "person": case "contact": case "team": return null;
  }
}

/** Types plain answers over whatever stands there, through the command that autosave calls. */
export async function type(db: Db, ctx: Ctx, id: string, cells: Cells, rowId: string | null = null): Promise<void> {
  const standing = await db.briefAnswer.findMany({ where: { handoverId: id, ...(rowId !== null && { rowId }) } });
  const changes = Object.entries(cells).map(([field, value]) => ({
    field, rowId, base: standing.find((one) => one.field === field)?.revision ?? 0, state: "VALUE" as const, value: value as never,
  }));
  const { answers } = await saveAnswers(ctx, { id, changes });
  const refused = answers.filter(({ outcome }) => outcome !== "saved");
  if (refused.length > 0) throw new Error(`The story's answers were not kept: ${JSON.stringify(refused)}`);
}

/** Adds one row to a list of the brief. Answers its id. */
export async function typeRow(db: Db, ctx: Ctx, id: string, cells: Cells): Promise<string> {
  const rowId = newId();
  await type(db, ctx, id, cells, rowId);
  return rowId;
}

/** Fills in what submitting still asks for, so that a story need not tell it. Answers how many fields were typed. */
export async function typeTheRest(db: Db, ctx: Ctx, id: string): Promise<number> {
  let typed = 0;
  for (let round = 0; round < 4; round++) { // an answer can make another field necessary
    const { readiness, fields } = await computeBrief(db, id, { now: ctx.now });
    const missing = readiness.blockers.flatMap(({ field, rowId }) => (rowId ? [] : fields.find((one) => one.id === field && !one.group) ?? []));
    if (missing.length === 0) break;
    await type(db, ctx, id, Object.fromEntries(missing.map((field) => [field.id, plausible(field)])));
    typed += missing.length;
  }
  return typed;
}
