import { expect, it } from "vitest";
import { FIELDS } from "@/lib/handovers/fields";
import { coversField, sectionsCovered } from "@/lib/handovers/rules/covers";
import { SECTION_IDS } from "@/lib/policies/fields";

const lead = { role: "TEAM_LEAD" as const, team: { id: "wp", slug: "wordpress" } };
const pm = { role: "PM" as const, team: null };

it("P1.7 a lead's key covers the technical section, and sections in which something concerns leads", () => {
  expect(sectionsCovered(lead, FIELDS, new Set())).toEqual(["technical"]);
  expect(sectionsCovered(lead, FIELDS, new Set(["scope.inScope", "commercial.summary"]))).toEqual(["scope", "technical"]);
});
it("P1.7 the PM's key covers the whole brief", () => expect(sectionsCovered(pm, FIELDS, new Set())).toEqual(SECTION_IDS));
it("P1.7 another team's own questions are not a lead's", () => {
  const custom = (slug: string) => ({ id: `custom.${slug}.volumes`, concerns: ["TEAM_LEAD"] as const });
  expect([coversField(lead, custom("wordpress")), coversField(lead, custom("shopify")), coversField(pm, custom("shopify"))]).toEqual([true, false, true]);
});
