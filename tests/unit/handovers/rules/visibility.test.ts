import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, GROUP_CELLS, GROUPS } from "@/lib/handovers/fields";
import type { Answer } from "@/lib/handovers/rules/answers";
import { readingOf } from "@/lib/handovers/rules/reading";
import { type BriefReader, forClient, forReader, isReadable, readableBy, READS, readerOf } from "@/lib/handovers/rules/visibility";
import { TEAM_KINDS } from "@/lib/policies/defaults/version-one";
import { VISIBILITIES, type Visibility } from "@/lib/policies/fields";
import { answer, fieldsOf, id, row, sampleValue } from "./brief";

const ALL = [...fieldsOf(...Object.keys(TEAM_KINDS)), ...GROUP_CELLS];
const READERS = Object.keys(READS) as BriefReader[];
const full: Answer[] = ALL.map((field) => answer(field.id, sampleValue(field), field.group ? id(31) : null));

/** What nobody but those named here may read, field by field. */
const KEPT: Record<string, readonly BriefReader[]> = {
  "commercial.marginFloor": ["sales", "pm", "manager"], "commercial.value": ["sales", "pm", "manager"], "commercial.payment": ["sales", "pm", "manager"],
  "commercial.budgetCap": ["sales", "pm", "manager", "lead"], "contacts.attitude": ["sales", "pm", "manager", "lead"], "contacts.relationship": ["sales", "pm", "manager", "lead"],
  "contacts.watchOuts": ["sales", "pm", "manager", "lead"], "delivery.sensitivities": ["sales", "pm", "manager", "lead"], "client.history": ["sales", "pm", "manager", "lead"],
  "technical.hosting": ["sales", "pm", "manager", "lead", "developer"], "access.kept": ["sales", "pm", "manager", "lead", "developer"], "risks.text": ["sales", "pm", "manager", "lead"],
  "purpose.goals": ["sales", "pm", "manager", "lead", "developer", "client"],
};

describe("B6 who reads which field", () => {
  it.each(Object.entries(KEPT))("%s", (field, readers) => {
    const shown = READERS.filter((reader) => forReader({ fields: ALL, answers: full }, new Set(READS[reader])).answers.some((one) => one.field === field));
    expect(shown).toEqual(readers);
  });
  it.each(READERS)("a %s reads every field of their kinds, its answer with it, and no other", (reader) => {
    const { fields, answers } = forReader({ fields: ALL, answers: full }, new Set(READS[reader]));
    const mine = ALL.filter(({ visibility }) => (READS[reader] as readonly string[]).includes(visibility)).map((field) => field.id);
    expect(fields.map((field) => field.id)).toEqual(mine);
    expect(answers.map(({ field }) => field)).toEqual(mine);
  });
  it.each(READERS)("P1.8 a %s who reads a cell reads what names its row", (reader) => {
    const mine = new Set<string>(READS[reader]);
    const nameless = GROUP_CELLS.filter(({ group, visibility }) => group && mine.has(visibility) && !mine.has(GROUP_CELLS.find(({ id: cell }) => cell === GROUPS[group].title)?.visibility ?? ""));
    expect(nameless.map(({ id: cell }) => cell)).toEqual([]);
  });
  it("an answer to a field that no template asks any more is shown to nobody", () =>
    expect(forReader({ fields: ALL, answers: [answer("custom.gone.secret", "old")] }, new Set(VISIBILITIES)).answers).toEqual([]));
  it("the order of a list goes with the list, and with no other", () => {
    const orders = [answer("promises.order", [id(2), id(1)]), answer("risks.order", [id(4), id(3)])];
    expect(forReader({ fields: ALL, answers: orders }, new Set<Visibility>(READS.developer)).answers).toEqual([orders[0]]);
  });
  it("a point about a list is about its title; of what nobody knows, nobody hears", () => {
    const developer = new Set<Visibility>(READS.developer);
    expect(["promises", "risks", "commercial.value", "technical.stack", "nonsense"].map((field) => isReadable(field, FIELDS, developer))).toEqual([true, false, false, true, false]);
  });
  it("the reading form holds nothing that its reader may not read, whatever is answered", () => fc.assert(fc.property(fc.constantFrom(...READERS), fc.subarray(full), (reader, answers) => {
    const text = JSON.stringify(readingOf({ fields: ALL, answers, names: new Map(), readable: new Set<Visibility>(READS[reader]) }));
    for (const field of ALL) if (!(READS[reader] as readonly string[]).includes(field.visibility)) expect(text).not.toContain(`"${field.id}"`);
  })));
});

describe("who somebody is to a brief", () => {
  const facts = { status: "SUBMITTED", contactOwnerId: "sam", dealOwnerId: "sue", collaboratorIds: ["sid"], pmId: "pia", leadIds: ["lee"], isManager: false } as const;
  it.each([["sam", "sales"], ["sue", "sales"], ["sid", "sales"], ["pia", "pm"], ["lee", "lead"], ["dev", "developer"]])("%s is %s", (person, reader) => expect(readerOf(person, facts)).toBe(reader));
  it("a manager of its teams reads as one, and so does the portal itself", () => {
    expect(readerOf("bo", { ...facts, isManager: true })).toBe("manager");
    expect(readerOf(null, facts)).toBe("manager");
  });
  it("whoever is several reads what either reads", () => expect(readableBy("pia", { ...facts, leadIds: ["pia"] })).toEqual(new Set(READS.pm)));
});

describe("what a client reads", () => {
  const milestone = (kind: string, n: number) => row("milestones", id(n), { "milestones.kind": kind, "milestones.title": `Milestone ${kind}` });
  const document = (seen: boolean, n: number) => row("documents", id(n), { "documents.clientSees": seen, "documents.title": seen ? "Seen" : "Unseen" });
  const shown = forClient({ fields: ALL, answers: [...full.filter(({ rowId }) => rowId === null), ...milestone("client", 41), ...milestone("internal", 42), ...milestone("buffer", 43), ...document(true, 51), ...document(false, 52), ...row("risks", id(61)), ...row("promises", id(71))] });
  it("is nothing internal, commercial or technical", () => expect([...new Set(shown.fields.map(({ visibility }) => visibility))]).toEqual(["all"]));
  it("is no buffer of ours, no document that they have not seen, and no risk", () =>
    expect([...new Set(shown.answers.flatMap(({ rowId }) => rowId ?? []))].sort()).toEqual([id(41), id(51), id(71)]));
  it("says nothing of how we stand to a promise, nor of our own class of the work", () =>
    expect(shown.answers.filter(({ field }) => field === "promises.contract" || field.startsWith("complexity.") || field === "technical.leadPromised")).toEqual([]));
});
