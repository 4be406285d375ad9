import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import { readingOf } from "@/lib/handovers/rules/reading";
import type { Answer } from "@/lib/handovers/rules/answers";
import { VISIBILITIES } from "@/lib/policies/fields";

const all = new Set(VISIBILITIES);
const row = "01900000-0000-7000-8000-000000000001";
const answer = (field: string, value: Answer["value"], rowId: string | null = null): Answer => ({ field, rowId, state: "VALUE", value });
const read = (answers: Answer[], readable: ReadonlySet<(typeof VISIBILITIES)[number]> = all) =>
  readingOf({ fields: [...FIELDS, ...GROUP_CELLS], answers, names: new Map([["u1", "Pia"]]), readable });
const sectionOf = (sections: ReturnType<typeof read>, id: string) => sections.find((one) => one.id === id);

describe("readingOf", () => {
  it("shows what says something, and names what is empty", () => {
    const purpose = sectionOf(read([answer("purpose.goals", "More enquiries"), answer("purpose.success", "  ")]), "purpose");
    expect(purpose?.fields).toMatchObject([{ id: "purpose.goals", text: "More enquiries", isLong: true }]);
    expect(purpose?.empty).toContainEqual({ id: "purpose.success", label: "Success criteria" });
    expect(purpose?.empty.map(({ id }) => id)).not.toContain("purpose.goals");
  });
  it("P1.4 tells of an unknown who finds out, by when and what is at risk", () => {
    const unknown: Answer = { field: "dates.target", rowId: null, state: "UNKNOWN", value: null, unknown: { ownerId: "u1", due: "2030-02-01", risk: "The fair" } };
    expect(sectionOf(read([unknown]), "dates")?.fields).toMatchObject([{ text: "Not known yet", unknown: { owner: "Pia", due: "2030-02-01", risk: "The fair" } }]);
  });
  it("names a row by its title, and lists its other cells", () => {
    const sections = read([answer("promises.text", "A newsletter", row), answer("promises.contract", "IN_CONTRACT", row), answer("promises.owner", "u1", row)]);
    expect(sectionOf(sections, "promises")?.groups).toMatchObject([{ rows: [{ rowId: row, title: "A newsletter", cells: [{ text: "In the contract" }, { text: "Pia" }] }] }]);
  });
  it("holds no field that its reader may not read, whatever is answered", () =>
    fc.assert(fc.property(fc.subarray([...VISIBILITIES]), fc.subarray([...FIELDS]), (visible, fields) => {
      const sections = read(fields.map(({ id }) => answer(id, `secret of ${id}`)), new Set(visible));
      const hidden = FIELDS.filter(({ visibility }) => !visible.includes(visibility));
      const text = JSON.stringify(sections);
      for (const { id } of hidden) expect(text).not.toContain(`"${id}"`);
      const shown = sections.flatMap((section) => section.fields.map(({ id }) => id));
      expect(shown.sort()).toEqual(fields.filter(({ visibility }) => visible.includes(visibility)).map(({ id }) => id).sort());
    })));
});
