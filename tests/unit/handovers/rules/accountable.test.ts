import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountableFor, type RoleFacts, roleCard } from "@/lib/handovers/rules/accountable";
import { HandoverStatus } from "@/lib/platform/generated/enums";

const [sam, dora, ada, lin] = ["Sam", "Dora", "Ada", "Lin"].map((name) => ({ id: name.toLowerCase(), name })) as [P, P, P, P];
type P = { id: string; name: string };
const people = fc.constantFrom(sam, dora, ada, lin);
const facts: fc.Arbitrary<RoleFacts> = fc.record({
  status: fc.constantFrom(...Object.values(HandoverStatus)), contactOwner: people, dealOwner: people, pm: fc.option(people),
  leads: fc.array(people.map((one) => ({ ...one, team: "Shopify" })), { maxLength: 2 }), others: fc.array(people, { maxLength: 2 }),
});
const card = (status: HandoverStatus) => roleCard({ status, contactOwner: sam, dealOwner: dora, pm: ada, leads: [{ ...lin, team: "Shopify" }] });

describe("B2 one accountable person", () => {
  it.each([
    ["DRAFT", "Sam"], ["SUBMITTED", "Sam"], ["RETURNED", "Sam"], ["WITHDRAWN", "Sam"], ["ACCEPTED", "Ada"], ["IN_DELIVERY", "Ada"], ["CLOSED", "Ada"],
  ] as const)("%s: %s", (status, name) => {
    expect(accountableFor({ status, contactOwner: sam, pm: ada }).name).toBe(name);
    expect(card(status).accountable.sentence).toMatch(new RegExp(`^${name} (is|was) accountable`));
  });

  it("is somebody at every instant, in words, and is not at once in CC", () =>
    fc.assert(fc.property(facts, (f) => {
      const { accountable, inCc, supports } = roleCard(f);
      expect(accountable.person.id).toBe(accountableFor(f).id);
      for (const { person } of inCc) expect(person.id).not.toBe(accountable.person.id);
      for (const { sentence } of [accountable, ...inCc, ...supports]) expect(sentence).toMatch(/\.$/);
    })));
});

describe("P8.1 the role card", () => {
  it("before acceptance sales writes and delivery reviews; afterwards delivery works and sales is in CC", () => {
    expect(card("SUBMITTED").supports.map(({ sentence }) => sentence)).toEqual([
      "Dora may help to write the brief.", "Ada reviews the brief.", "Lin reviews the brief."]);
    expect(card("SUBMITTED").inCc).toEqual([]);
    expect(card("IN_DELIVERY").supports.map(({ as }) => as)).toEqual(["Shopify team lead"]);
    expect(card("IN_DELIVERY").inCc.map(({ as, sentence }) => `${as}: ${sentence}`)).toEqual([
      "Contact owner: Sam stays in CC, and does not take part in the work.", "Deal owner: Dora stays in CC, and does not take part in the work."]);
  });
  it("P8.1 nobody reviews or helps with what was withdrawn", () =>
    expect(card("WITHDRAWN")).toMatchObject({ accountable: { as: "Contact owner", sentence: "Sam was accountable when the handover was withdrawn." }, supports: [], inCc: [] }));
});
