import { describe, expect, it } from "vitest";
import { askFor, cellsOf, coreField, FIELDS, GROUP_CELLS, GROUPS } from "@/lib/handovers/fields";
import { CONTACT_ROLE_OPTIONS } from "@/lib/handovers/fields/client";
import { CONTRACT_OPTIONS } from "@/lib/handovers/fields/commercial";
import { PROMISE_CONTRACT_OPTIONS } from "@/lib/handovers/fields/promises";
import { GROUP_IDS, PREFILLS } from "@/lib/handovers/fields/types";
import { ContactRole, ContractType, PromiseContract } from "@/lib/platform/generated/enums";
import { SECTION_IDS } from "@/lib/policies/fields";

const all = [...FIELDS, ...GROUP_CELLS];

describe("the table of the brief", () => {
  it("names each field once", () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length));

  it("says in one sentence why delivery asks, for every field", () => {
    for (const { id, why } of all) expect.soft([id, why]).toEqual([id, expect.stringMatching(/^[A-Z“].+[^.]\.$/)]);
  });

  it("asks for what is missing in a sentence", () => {
    for (const field of all) expect.soft(askFor(field)).toMatch(/^(Enter|Choose|Add|Say|Answer) .+[.?]$/);
    expect(askFor({ label: "Portal id", type: "text" })).toBe("Enter the portal id.");
    expect(askFor({ label: "Users, teams and permissions", type: "longText" })).toBe("Enter the users, teams and permissions.");
    expect(askFor({ label: "SLA", type: "choice" })).toBe("Choose the SLA.");
    expect(askFor({ label: "Who pays", type: "text" })).toBe("Enter who pays.");
    expect(askFor({ label: "Is there a shop?", type: "yesNo" })).toBe("Answer yes or no: Is there a shop?");
  });

  it("gives options to choices, and to nothing else", () =>
    expect(all.filter(({ type, options }) => (type === "choice" || type === "choices") !== (options !== undefined))).toEqual([]));

  it("keeps the words of the database where a value goes there", () => {
    const values = (options: readonly { value: string }[]) => options.map(({ value }) => value).sort();
    expect(values(CONTACT_ROLE_OPTIONS)).toEqual(Object.values(ContactRole).sort());
    expect(values(CONTRACT_OPTIONS)).toEqual(Object.values(ContractType).sort());
    expect(values(PROMISE_CONTRACT_OPTIONS)).toEqual(Object.values(PromiseContract).sort());
  });

  it.each(GROUP_IDS)("the rows of %s have five to fourteen cells, at most nine of them in every brief, and a title among them", (id) => {
    const cells = cellsOf(id);
    expect(cells.length).toBeGreaterThanOrEqual(5);
    expect(cells.length).toBeLessThanOrEqual(14);
    expect(cells.filter(({ detail }) => !detail).length).toBeLessThanOrEqual(9);
    expect(cells.map((cell) => cell.id)).toContain(GROUPS[id].title);
    expect(cells.every((cell) => cell.id.startsWith(`${id}.`) && cell.section === GROUPS[id].section)).toBe(true);
  });

  it("P1.2 knows a field for everything that can be filled in from elsewhere", () =>
    expect(Object.keys(PREFILLS).filter((source) => source !== "deal.complexity" && !all.some((field) => field.prefill === source))).toEqual([]));

  it("fills every section", () => {
    for (const section of SECTION_IDS) expect(all.filter((field) => field.section === section).length).toBeGreaterThan(3);
  });

  it("what not every brief has is required of none", () =>
    expect(all.filter(({ detail, required, locked }) => detail && (required !== false || locked)).map(({ id }) => id)).toEqual([]));

  it("P1.5 asks always for what no brief can do without", () =>
    expect(all.filter(({ required, group }) => required === true && !group).map(({ id }) => id).sort()).toEqual([
      "commercial.contractReference", "commercial.contractType", "commercial.summary", "commercial.value",
      "dates.target", "dates.targetKind", "dates.targetReason", "delivery.topThree", "purpose.goals", "purpose.success",
      "scope.inScope", "scope.outOfScope", "technical.leadPromised", "technical.migration", "technical.security",
    ]));

  it("P1.5 asks for the technical summary unless the work is simple", () =>
    expect(coreField("technical.summary")?.required).toEqual({ not: { complexity: ["SIMPLE"] } }));

  it("B4 marks scope, price, dates, promises and contract type as material", () =>
    expect(["scope.inScope", "scope.outOfScope", "commercial.value", "dates.target", "promises.text", "promises.none", "commercial.contractType"]
      .filter((id) => coreField(id)?.material !== "commercial")).toEqual([]));
});
