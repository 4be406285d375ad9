import { describe, expect, it } from "vitest";
import { coreField } from "@/lib/handovers/fields";
import { type AmendmentFacts, confirmersOf } from "@/lib/handovers/rules/amendment";
import type { Answer } from "@/lib/handovers/rules/answers";
import { changesBetween } from "@/lib/handovers/rules/versions";

const text = (field: string, value: string): Answer => ({ field, rowId: null, state: "VALUE", value });
const BEFORE = [text("scope.inScope", "A shop"), text("technical.summary", "Shopify"), text("delivery.topThree", "Be kind")];
const sam = { id: "sam", name: "Sam", active: true };
const lee = { id: "lee", name: "Lee", active: true };

function asked(changed: Record<string, string>, more: Partial<AmendmentFacts> = {}) {
  const after = BEFORE.map((one) => (changed[one.field] === undefined ? one : { ...one, value: changed[one.field] ?? "" }));
  return confirmersOf({
    changes: changesBetween(BEFORE, after), before: BEFORE, after, fieldOf: coreField, pmId: "pia", contactOwner: sam,
    leads: [{ key: { id: "k1", role: "TEAM_LEAD", team: { id: "t1", slug: "shopify" } }, lead: lee }],
    salesManagers: [{ id: "bea", name: "Bea" }], deliveryManagers: [{ id: "bo", name: "Bo", teamId: "t1" }], teams: [{ id: "t1", name: "Shopify" }], ...more,
  });
}
const who = (list: ReturnType<typeof asked>) => list.map(({ kind, holder }) => `${kind} ${holder?.name ?? "nobody"}`);

describe("B4 who confirms an amendment", () => {
  it("B4 asks the contact owner for what was sold, and the lead for the technical side", () => {
    expect(who(asked({ "scope.inScope": "A shop and a blog" }))).toEqual(["commercial Sam"]);
    expect(who(asked({ "technical.summary": "Shopify Plus" }))).toEqual(["technical Lee"]);
    expect(who(asked({ "scope.inScope": "Less", "technical.summary": "Plus" }))).toEqual(["commercial Sam", "technical Lee"]);
  });

  it("B4 asks nobody where nothing material changed", () => {
    expect(asked({ "delivery.topThree": "Be very kind" })).toEqual([]);
  });

  it("B4 asks a manager where the contact owner left or amends, and where the lead left, amends or was never named", () => {
    expect(who(asked({ "scope.inScope": "x" }, { contactOwner: { ...sam, active: false } }))).toEqual(["commercial Bea"]);
    expect(who(asked({ "scope.inScope": "x" }, { pmId: "sam" }))).toEqual(["commercial Bea"]);
    expect(who(asked({ "technical.summary": "x" }, { pmId: "lee" }))).toEqual(["technical Bo"]);
    expect(who(asked({ "technical.summary": "x" }, { leads: [{ key: { id: "k1", role: "TEAM_LEAD", team: { id: "t1", slug: "shopify" } }, lead: { ...lee, active: false } }] }))).toEqual(["technical Bo"]);
    expect(who(asked({ "technical.summary": "x" }, { leads: [] }))).toEqual(["technical Bo"]);
  });

  it("B4 asks a manager of the lead's own team, and where no lead is named a manager of any team that takes part", () => {
    const gone = [{ key: { id: "k1", role: "TEAM_LEAD" as const, team: { id: "t1", slug: "shopify" } }, lead: null }];
    const managers = [{ id: "ben", name: "Ben", teamId: "t9" }, { id: "bo", name: "Bo", teamId: "t1" }];
    expect(who(asked({ "technical.summary": "x" }, { leads: gone, deliveryManagers: managers }))).toEqual(["technical Bo"]);
    expect(who(asked({ "technical.summary": "x" }, { leads: gone, deliveryManagers: managers.slice(0, 1) }))).toEqual(["technical nobody"]);
    expect(who(asked({ "technical.summary": "x" }, { leads: [], deliveryManagers: managers }))).toEqual(["technical Bo"]);
  });

  it("B4 asks the lead whom the technical change concerns, whatever else concerns the others", () => {
    const lin = { id: "lin", name: "Lin", active: true };
    const leads = [
      { key: { id: "k1", role: "TEAM_LEAD" as const, team: { id: "t1", slug: "shopify" } }, lead: lee },
      { key: { id: "k2", role: "TEAM_LEAD" as const, team: { id: "t2", slug: "hubspot" } }, lead: lin },
    ];
    const volumes = { ...coreField("technical.summary")!, id: "custom.hubspot.volumes" };
    const before = [...BEFORE, text("custom.hubspot.volumes", "Ten")];
    const after = [text("scope.inScope", "Less"), ...BEFORE.slice(1), text("custom.hubspot.volumes", "Twelve")];
    const facts = { leads, before, after, changes: changesBetween(before, after), fieldOf: (id: string) => (id === volumes.id ? volumes : coreField(id)) };
    expect(who(asked({}, facts))).toEqual(["commercial Sam", "technical Lin"]);
  });

  it("B4 never asks whoever amends, and says so when that leaves nobody", () => {
    expect(who(asked({ "scope.inScope": "x" }, { pmId: "sam", salesManagers: [{ id: "sam", name: "Sam" }] }))).toEqual(["commercial nobody"]);
    expect(who(asked({ "technical.summary": "x" }, { leads: [], deliveryManagers: [] }))).toEqual(["technical nobody"]);
  });

  it("B4, B7 names the fields and the reason in words", () => {
    expect(asked({ "scope.inScope": "x" })[0]?.reason).toMatch(/^What was sold changes \(“.+”\): the contact owner confirms\.$/);
  });
});
