import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/ctx";
import type { Membership } from "@/lib/auth/roles";
import { isDeliveryManagerOf, isSalesManagerOf, POWERS, type PowerFacts } from "@/lib/handovers/policy";
import type { Refusal } from "@/lib/platform/errors";
import { HandoverStatus } from "@/lib/platform/generated/enums";

const manages = (teamId: string, kind: Membership["kind"] = "DELIVERY"): Membership => ({ teamId, kind, role: "MANAGER" });
const user = (id: string, memberships: readonly Membership[] = [], isAdmin = false): Actor => ({ type: "user", id, name: id, isAdmin, memberships });

/** A handover of the teams web and shop, sold by Sam for Sue's deal with Cem's help: everybody who has to do with it, and who has not. */
const EVERYBODY: readonly Actor[] = [
  user("sam"), user("sue"), user("cem"), // contact owner, deal owner, invited colleague
  user("pia"), user("lee"), // PM, and the lead of web, who holds a key
  user("bea", [manages("sales", "SALES")]), user("ben", [manages("other sales", "SALES")]),
  user("bo", [manages("web")]), user("bob", [manages("shop")]), user("bill", [manages("other")]),
  user("max", [{ teamId: "web", kind: "DELIVERY", role: "PM" }]), user("sid", [{ teamId: "sales", kind: "SALES", role: "SALES" }]),
  user("ada", [], true), { type: "client", linkId: "link", dealId: "deal" }, { type: "system", job: "job" },
];
const nameOf = (actor: Actor) => (actor.type === "user" ? actor.id : actor.type);
const facts = (status: HandoverStatus, more: Partial<PowerFacts> = {}): PowerFacts => ({
  status, contactOwnerId: "sam", dealOwnerId: "sue", collaboratorIds: ["cem"], writerId: status === "DRAFT" ? null : "sam", soloMode: false, pmId: "pia",
  keys: status === "DRAFT" ? [] : [{ role: "PM", holderId: "pia" }, { role: "TEAM_LEAD", holderId: "lee" }],
  teams: [{ teamId: "web", leadId: "lee" }, { teamId: "shop", leadId: null }], salesTeamIds: ["sales"], ...more,
});

type Ask = (actor: Actor, h: PowerFacts) => Refusal | null;
const saysOf = (refused: Refusal | null) => (refused ? `${refused.code} ${refused.rule}` : "may");

/** What each state answers to whom; everybody who is not named is refused with `others`. */
function answers(ask: Ask, others: string, more: Partial<PowerFacts> = {}) {
  const states = Object.values(HandoverStatus).map((status) => {
    const told: Record<string, string> = {};
    for (const actor of EVERYBODY) {
      const said = saysOf(ask(actor, facts(status, more)));
      if (said !== others) told[said] = `${told[said] ?? ""} ${nameOf(actor)}`.trim();
    }
    return [status, told] as const;
  });
  return Object.fromEntries(states);
}

/** The same answer in several states. */
const each = <T>(statuses: readonly HandoverStatus[], told: T) => Object.fromEntries(statuses.map((status) => [status, told]));
const ALL = Object.values(HandoverStatus);
const [WRITERS, ALIVE, OVER] = ["sam sue cem", ["SUBMITTED", "RETURNED", "ACCEPTED", "IN_DELIVERY"], ["CLOSED", "WITHDRAWN"]] as const;
const AFTER = ["ACCEPTED", "IN_DELIVERY", "CLOSED"] as const;
const NAMES = EVERYBODY.map(nameOf).join(" ");

it("P2.5, B4 a manager manages the side of their team alone: selling is not managed by who manages a delivery team, nor the other way", () => {
  const [sales, web] = [manages("sales", "SALES"), manages("web")];
  expect([isSalesManagerOf([sales], ["sales"]), isSalesManagerOf([web], ["sales", "web"]), isSalesManagerOf([{ ...sales, role: "SALES" }], ["sales"])]).toEqual([true, false, false]);
  expect([isDeliveryManagerOf([web], ["web"]), isDeliveryManagerOf([sales], ["sales", "web"]), isDeliveryManagerOf([{ ...web, role: "PM" }], ["web"])]).toEqual([true, false, false]);
});

describe("POWERS", () => {
  it("P1.2, P3.1, B4 the brief is written by its writers alone, as a draft or once it was returned, and by no seller after acceptance", () =>
    expect(answers(POWERS.edit, "FORBIDDEN P1.2")).toEqual({
      ...each(["DRAFT", "RETURNED"], { may: WRITERS }), ...each(["SUBMITTED", "WITHDRAWN"], { "CONFLICT B4": WRITERS }), ...each(AFTER, { "FORBIDDEN P3.1": WRITERS }),
    }));

  it("B6 a newer template is taken by those who write the brief and by admins, as long as it can be written", () =>
    expect(answers(POWERS.moveUpTemplate, "FORBIDDEN B6")).toEqual({
      ...each(ALL, { "CONFLICT B6": `${WRITERS} ada` }), ...each(["DRAFT", "RETURNED"], { may: `${WRITERS} ada` }),
    }));

  it("P1.6 a manager of one of its delivery teams re-assigns, from the submission on until it is over", () =>
    expect(answers(POWERS.reassign, "FORBIDDEN P1.6")).toEqual({ ...each(["DRAFT", ...OVER], { "CONFLICT P1.6": "bo bob" }), ...each(ALIVE, { may: "bo bob" }) }));

  it("P2.12, P3.1 an item is ticked by its owner and the PM, between acceptance and close; one that nobody owns by the PM alone", () => {
    const tick = (ownerId: string | null): Ask => (actor, h) => POWERS.tick(actor, h, { ownerRole: "CONTACT_OWNER", ownerId });
    for (const [ownerId, who] of [["sam", "sam pia"], [null, "pia"]] as const)
      expect(answers(tick(ownerId), "FORBIDDEN P3.1")).toEqual({
        ...each(ALL, { "CONFLICT P2.12": NAMES }), ...each(["ACCEPTED", "IN_DELIVERY"], { may: who }), CLOSED: { "CONFLICT B1": NAMES },
      });
  });

  it("P3.1, P8.2 promises, conditions and people after acceptance are the PM's, until it is closed", () =>
    expect(answers(POWERS.lead, "FORBIDDEN P3.1")).toEqual({ ...each(ALL, { "CONFLICT B1": "pia" }), ...each(["ACCEPTED", "IN_DELIVERY"], { may: "pia" }) }));

  it("P1.8, P1.2 comments are answered by writers, PM and reviewers, by delivery only once it was submitted, and by nobody once it is over", () => {
    const reviewers = "sam sue cem pia lee";
    expect(answers(POWERS.discuss, "FORBIDDEN P1.8")).toEqual({ DRAFT: { may: WRITERS }, ...each(ALIVE, { may: reviewers }), ...each(OVER, { "CONFLICT P1.8": reviewers }) });
    expect(answers(POWERS.discuss, "FORBIDDEN P1.8", { keys: [] }).RETURNED).toEqual({ may: `${WRITERS} pia` });
  });

  it("P1.8 a comment is resolved by its author and the writers, until it is over", () => {
    const resolve: Ask = (actor, h) => POWERS.resolve(actor, h, { authorId: "lee" });
    expect(answers(resolve, "FORBIDDEN P1.8")).toEqual({ ...each(["DRAFT", ...ALIVE], { may: "sam sue cem lee" }), ...each(OVER, { "CONFLICT P1.8": "sam sue cem lee" }) });
  });

  it("B4 an answer is changed by the writers before acceptance and by the PM after it", () => {
    const told = answers(POWERS.answer, "FORBIDDEN P1.2");
    expect(told).toEqual({
      ...each(["DRAFT", "RETURNED"], { may: WRITERS }), ...each(["SUBMITTED", "WITHDRAWN"], { "CONFLICT B4": WRITERS }),
      ...each(["ACCEPTED", "IN_DELIVERY"], { "FORBIDDEN P3.1": WRITERS, may: "pia" }), CLOSED: { "FORBIDDEN P3.1": WRITERS, "CONFLICT B1": "pia" },
    });
    const solo = answers(POWERS.answer, "FORBIDDEN P1.2", { pmId: "sam" }); // in solo mode the seller is the PM
    expect([solo.DRAFT, solo.ACCEPTED]).toEqual([{ may: WRITERS }, { may: "sam", "FORBIDDEN P3.1": "sue cem" }]);
  });

  it.each([
    ["what was sold: whoever is asked, or a sales manager", { kind: "COMMERCIAL", teamId: null, holderId: "sam" }, "sam bea"],
    ["what a team builds: whoever is asked, or a manager of that team", { kind: "TECHNICAL", teamId: "web", holderId: "lee" }, "lee bo"],
    ["what no team is named for: whoever is asked, or a manager of any of its teams", { kind: "TECHNICAL", teamId: null, holderId: "lee" }, "lee bo bob"],
  ] as const)("B4 an amendment is confirmed between acceptance and close: %s", (_, asked, who) => {
    const confirm: Ask = (actor, h) => POWERS.confirm(actor, h, asked);
    expect(answers(confirm, "FORBIDDEN B4")).toEqual({ ...each(ALL, { "CONFLICT B4": who }), ...each(["ACCEPTED", "IN_DELIVERY"], { may: who }) });
  });

  it("B4 whoever amends confirms none of it as a manager", () => {
    const confirm: Ask = (actor, h) => POWERS.confirm(actor, h, { kind: "TECHNICAL", teamId: "web", holderId: "lee" });
    expect(answers(confirm, "FORBIDDEN B4", { pmId: "bo" }).ACCEPTED).toEqual({ may: "lee" });
    const sold: Ask = (actor, h) => POWERS.confirm(actor, h, { kind: "COMMERCIAL", teamId: null, holderId: "sam" });
    expect(answers(sold, "FORBIDDEN B4", { pmId: "bea" }).ACCEPTED).toEqual({ may: "sam" });
  });

  it("P2.5, P1.2 somebody is added by the contact owner, and by the PM once it was submitted, until it is over", () =>
    expect(answers(POWERS.addAttendee, "FORBIDDEN P2.5")).toEqual({ DRAFT: { may: "sam" }, ...each(ALIVE, { may: "sam pia" }), ...each(OVER, { "CONFLICT P2.5": "sam pia" }) }));

  it("P2.5, P1.2 a required person is waived by a sales manager, and by a delivery manager once it was submitted, until it is over", () =>
    expect(answers(POWERS.waiveAttendee, "FORBIDDEN P2.5")).toEqual({ DRAFT: { may: "bea" }, ...each(ALIVE, { may: "bea bo bob" }), ...each(OVER, { "CONFLICT P2.5": "bea bo bob" }) }));

  it("B7 a refusal says why in a sentence, and names the state where that is why", () => {
    const item = { ownerRole: "PM", ownerId: null } as const;
    const [comment, asked] = [{ authorId: "lee" }, { kind: "TECHNICAL", teamId: null, holderId: "lee" }] as const;
    const powers = Object.values(POWERS) as ((actor: Actor, h: PowerFacts, about: object) => Refusal | null)[];
    for (const power of powers) for (const actor of EVERYBODY) for (const status of ALL) {
      const refused = power(actor, facts(status), { ...item, ...comment, ...asked });
      if (refused) expect(refused.reason).toMatch(/^[A-Z].+\.$/);
    }
  });
});
