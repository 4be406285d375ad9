import "server-only";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { rowsOf, textValueOf } from "@/lib/handovers/rules/answers";
import { GROUP_IDS } from "@/lib/handovers/fields/types";
import { answersOf } from "@/lib/handovers/queries/answers";
import { minorDigits } from "@/lib/deals/format";
import { saveAnswersInput } from "@/lib/handovers/schema";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { SampleClient, SampleValue } from "./brief";
import { dayFrom, withDates } from "./moments";
import type { Ids } from "./organisation";

type Cell = { field: string; rowId: string | null; value: SampleValue };
type Names = Ids & { contacts: ReadonlyMap<string, string>; today: Date };

/** An amount of whole units, in minor units. */
export const minorOf = (units: number, currency: string): number => Math.round(units * 10 ** minorDigits(currency));

/**
 * Types a sample's answers into a draft through the command that autosave uses: plain fields, the rubric's questions,
 * what is known of the contacts, and the rows of each group. Answers of the deal that are there already stay.
 */
export async function typeBrief(tx: Db, ctx: Ctx, { id, sample, names }: { id: string; sample: Pick<SampleClient, "contacts" | "answers" | "complexity" | "rows">; names: Names }): Promise<void> {
  const there = await answersOf(tx, id);
  const contactCells = rowsOf(there, "contacts").flatMap((rowId): Cell[] => {
    const contactId = textValueOf(there, "contacts.contact", rowId);
    const key = [...names.contacts].find(([, known]) => known === contactId)?.[0];
    return Object.entries((key && sample.contacts[key]?.brief) ?? {}).map(([cell, value]) => ({ field: `contacts.${cell}`, rowId, value }));
  });
  const rowCells = GROUP_IDS.flatMap((group) => (group === "contacts" ? [] : sample.rows[group] ?? []).flatMap((row): Cell[] => {
    const rowId = newId();
    return Object.entries(row).map(([cell, value]) => ({ field: `${group}.${cell}`, rowId, value }));
  }));
  const plain = Object.entries(sample.answers).map(([field, value]): Cell => ({ field, rowId: null, value }));
  const rubric = Object.entries(sample.complexity).map(([question, value]): Cell => ({ field: `complexity.${question}`, rowId: null, value }));
  await typeCells(tx, ctx, { id, cells: [...plain, ...rubric, ...contactCells, ...rowCells], names });
}

/** Types some answers, over whatever stands there. Throws where the command refuses one: the sample is wrong then. */
export async function typeCells(tx: Db, ctx: Ctx, { id, cells, names }: { id: string; cells: readonly Cell[]; names: Names }): Promise<void> {
  const there = await answersOf(tx, id);
  const changes = cells.map(({ field, rowId, value }) => ({
    field, rowId, base: there.find((one) => one.field === field && one.rowId === rowId)?.revision ?? 0, ...stored(value, names),
  }));
  for (let from = 0; from < changes.length; from += 150) {
    const { answers } = await saveAnswers(ctx, saveAnswersInput.parse({ id, changes: changes.slice(from, from + 150) }));
    for (const answer of answers) if (answer.outcome !== "saved") throw new Error(`The sample's answer to ${answer.field} was not kept: ${JSON.stringify(answer)}`);
  }
}

/** A sample's value as a device sends it. */
function stored(value: SampleValue, { people, teams, contacts, today }: Names) {
  const contactId = (key: string) => contacts.get(key) ?? fail(`no contact ${key}`);
  if (typeof value === "string") return { value: withDates(value, today) };
  if (typeof value === "number" || typeof value === "boolean") return { value };
  if ("unknown" in value) {
    const { owner, day, risk } = value.unknown;
    return { state: "UNKNOWN" as const, value: null, unknown: { ownerId: people[owner], due: dayFrom(today, day), risk } };
  }
  if ("notApplicable" in value) return { state: "NOT_APPLICABLE" as const, value: null, reason: value.notApplicable };
  if ("money" in value) return { value: { minor: minorOf(value.money, value.currency), currency: value.currency } };
  if ("day" in value) return { value: dayFrom(today, value.day) };
  if ("person" in value) return { value: people[value.person] };
  if ("contact" in value) return { value: contactId(value.contact) };
  if ("team" in value) return { value: teams[value.team] };
  if ("teams" in value) return { value: value.teams.map((slug) => teams[slug]) };
  if ("file" in value) return { value: { name: value.file, url: value.url } };
  return { value: [...value] };
}

function fail(reason: string): never {
  throw new Error(`The sample is wrong: ${reason}.`);
}
