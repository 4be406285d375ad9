import { expect, it } from "vitest";
import { coreField, FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import type { Field } from "@/lib/handovers/fields/types";
import { coversField, decides, decidesOn, outsideRefusal, sectionsCovered } from "@/lib/handovers/rules/covers";
import { SECTION_IDS } from "@/lib/policies/fields";
import { answer } from "./brief";

const lead = { role: "TEAM_LEAD" as const, team: { id: "wp", slug: "wordpress" } };
const pm = { role: "PM" as const, team: null };
const fields = [...FIELDS, ...GROUP_CELLS];
const field = (id: string): Field => coreField(id) ?? { ...FIELDS[0]!, id, section: "technical", label: "Volumes" };

it("P1.7 a lead's key covers the technical section, and sections in which something concerns leads", () => {
  expect(sectionsCovered(lead, FIELDS, new Set())).toEqual(["technical"]);
  expect(sectionsCovered(lead, FIELDS, new Set(["scope.inScope", "commercial.summary"]))).toEqual(["scope", "technical"]);
});
it("P1.7 the PM's key covers the whole brief", () => expect(sectionsCovered(pm, FIELDS, new Set())).toEqual(SECTION_IDS));
it("P1.7 another team's own questions are not a lead's", () => {
  const custom = (slug: string) => ({ id: `custom.${slug}.volumes`, concerns: ["TEAM_LEAD"] as const });
  expect([coversField(lead, custom("wordpress")), coversField(lead, custom("shopify")), coversField(pm, custom("shopify"))]).toEqual([true, false, true]);
});
it("P1.7 a lead decides on every field of the sections that the key covers in this brief, and on no other", () => {
  const bare = decides(lead, { fields, answers: [answer("purpose.goals", "A shop"), answer("scope.inScope", "  ")] });
  expect(["technical.summary", "scope.inScope", "purpose.goals"].map((id) => decidesOn(bare, field(id)))).toEqual([true, false, false]);
  const scoped = decides(lead, { fields, answers: [answer("scope.inScope", "Five templates")] });
  expect(["technical.summary", "scope.outOfScope", "purpose.goals"].map((id) => decidesOn(scoped, field(id)))).toEqual([true, true, false]);
});
it("P1.7 what is not known yet, or does not apply, is answered: the key covers its section", () => {
  for (const state of ["UNKNOWN", "NOT_APPLICABLE"] as const)
    expect(decides(lead, { fields, answers: [{ field: "scope.inScope", rowId: null, state, value: null }] }).sections).toEqual(["scope", "technical"]);
});
it("P1.7 a lead does not decide on another team's question in a section of theirs, and a PM does on all", () => {
  const own = decides(lead, { fields, answers: [] });
  expect([decidesOn(own, field("custom.wordpress.volumes")), decidesOn(own, field("custom.shopify.volumes"))]).toEqual([true, false]);
  const all = decides(pm, { fields, answers: [] });
  expect(fields.every((one) => decidesOn(all, one)) && decidesOn(all, field("custom.shopify.volumes"))).toBe(true);
});
it("P1.7 the refusal names the field, who decides, and what the key covers", () => {
  const decided = decides(lead, { fields, answers: [answer("scope.inScope", "Five templates")] });
  expect(outsideRefusal(decided, field("purpose.goals"))).toEqual({ code: "FORBIDDEN", rule: "P1.7", reason: "“Goals, in the client's words” is for the PM to decide. Your key covers “Scope” and “Technical”." });
  expect(outsideRefusal(decided, field("scope.inScope"))).toBeNull();
});
