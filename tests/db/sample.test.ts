import { beforeAll, describe } from "vitest";
import { dealScope } from "@/lib/deals/policy";
import { getDiscovery } from "@/lib/discovery/queries/discovery";
import { isOrphan } from "@/lib/deals/rules/orphans";
import { atRiskState } from "@/lib/deals/rules/at-risk";
import { chainProblem } from "@/lib/events/verify";
import { scope } from "@/lib/handovers/policy";
import { coreField } from "@/lib/handovers/fields";
import { answersOf } from "@/lib/handovers/queries/answers";
import { getBrief } from "@/lib/handovers/queries/brief";
import { computeBrief } from "@/lib/handovers/queries/computed";
import { fillerReason } from "@/lib/handovers/rules/filler";
import type { Snapshot } from "@/lib/handovers/rules/snapshot";
import { PERSON_KEYS, CAST, sampleEmail } from "@/lib/sample/cast";
import { getBeforeContract } from "@/lib/reports/queries/before-contract";
import { reportParams } from "@/lib/reports/schema";
import { seedSample } from "@/lib/sample/seed";
import { asUser, expect, prisma, test as it } from "../support/db";

const TODAY = new Date("2031-03-05T06:30:00Z"); // a Wednesday, before anybody in the west is awake

beforeAll(() => seedSample(process.env.OWNER_DATABASE_URL ?? "", TODAY), 120_000);

const personId = async (name: string) => (await prisma.user.findFirstOrThrow({ where: { email: sampleEmail(name) } })).id;

describe("the sample organisation", () => {
  it("has four delivery teams, two sales teams, and sixteen people in four time zones", async () => {
    const teams = await prisma.team.groupBy({ by: ["kind"], _count: true, orderBy: { kind: "asc" } });
    expect(teams).toEqual([{ kind: "SALES", _count: 2 }, { kind: "DELIVERY", _count: 4 }]);
    const people = await prisma.user.findMany({ select: { zone: true, backupId: true } });
    expect(people).toHaveLength(16);
    expect(new Set(people.map(({ zone }) => zone)).size).toBe(4);
    expect(people.every(({ backupId }) => backupId !== null)).toBe(true);
  });

  it("has two rate cards whose lines still hold", async () => {
    const lines = await prisma.rateCardItem.groupBy({ by: ["teamId"], where: { retiredAt: null, validUntil: { gt: TODAY } }, _count: true });
    expect(lines.map(({ _count }) => _count).sort()).toEqual([2, 3]);
  });

  it("has thirteen handovers in all states, each told in business hours and in the past", async () => {
    const handovers = await prisma.handover.findMany({ select: { status: true, outcome: true, rounds: true, keys: { select: { state: true, dueAt: true } } } });
    expect(handovers).toHaveLength(13);
    const count = (status: string) => handovers.filter((one) => one.status === status).length;
    expect({ draft: count("DRAFT"), submitted: count("SUBMITTED"), returned: count("RETURNED"), accepted: count("ACCEPTED"), inDelivery: count("IN_DELIVERY"), closed: count("CLOSED"), withdrawn: count("WITHDRAWN") })
      .toEqual({ draft: 3, submitted: 4, returned: 1, accepted: 1, inDelivery: 1, closed: 2, withdrawn: 1 });
    expect(handovers.flatMap(({ outcome }) => outcome ?? []).sort()).toEqual(["CANCELLED", "COMPLETED"]);
    const submitted = handovers.filter(({ status }) => status === "SUBMITTED");
    expect(submitted.some(({ keys }) => keys.every(({ state, dueAt }) => state === "OPEN" && dueAt !== null && dueAt < TODAY))).toBe(true); // overdue
    expect(submitted.some(({ keys }) => keys.some(({ state }) => state === "ACCEPTED") && keys.some(({ state }) => state === "OPEN"))).toBe(true); // half decided
    expect(submitted.some(({ rounds }) => rounds === 1)).toBe(true); // second round
    const [{ late, weekend }] = await prisma.$queryRaw<[{ late: bigint; weekend: bigint }]>`
      SELECT count(*) FILTER (WHERE at >= ${TODAY}) AS late, count(*) FILTER (WHERE extract(isodow FROM at) > 5) AS weekend FROM "Event"`;
    expect([late, weekend]).toEqual([0n, 0n]);
  });

  it("P7.5: one open deal has options that the client has still to choose from, another a choice that filled its draft", async () => {
    const rows = await prisma.optionPresentation.findMany({ orderBy: { presentedAt: "asc" }, include: { choices: true, deal: { select: { name: true, stage: true } } } });
    expect(rows.map(({ deal, choices, expiresAt }) => [deal.name, deal.stage, choices.map(({ optionName }) => optionName), expiresAt > TODAY])).toEqual([
      ["Quotations straight from the ERP", "PROPOSAL", ["Within the hour"], true], ["New website with appointment booking", "PROPOSAL", [], true],
    ]);
    expect(await prisma.involvement.findMany({ where: { kind: "ESTIMATE" }, select: { state: true, spentMinutes: true } })).toEqual([{ state: "ANSWERED", spentMinutes: 90 }, { state: "ANSWERED", spentMinutes: 90 }]);
    expect(await prisma.briefAnswer.count({ where: { source: "option" } })).toBeGreaterThan(8);
  });

  it("B3: every chain is whole", async () => {
    const [deals, handovers, [organisation]] = [await prisma.deal.findMany({ select: { id: true } }), await prisma.handover.findMany({ select: { id: true } }), await prisma.organisation.findMany()];
    expect(await chainProblem(prisma, "ORGANISATION", organisation?.id ?? "")).toBeNull();
    for (const { id } of deals) expect(await chainProblem(prisma, "DEAL", id)).toBeNull();
    for (const { id } of handovers) expect(await chainProblem(prisma, "HANDOVER", id)).toBeNull();
  });

  it("B4: each submit froze a version that says something in every field", async () => {
    const versions = await prisma.briefVersion.findMany({ select: { content: true } });
    expect(versions).toHaveLength(12); // ten handovers, two of them twice
    for (const { content } of versions) {
      const { answers, complexity, attendees, checklist, readiness, policies, people } = content as unknown as Snapshot;
      const texts = answers.flatMap(({ field, value }) => (typeof value === "string" && !/choice/.test(coreField(field)?.type ?? "") ? [{ field, value }] : []));
      expect(texts.filter(({ field, value }) => fillerReason(value, { label: field }) !== null)).toEqual([]);
      expect(texts.filter(({ value }) => /\{[+-]?\d+\}/.test(value))).toEqual([]); // no date left as a placeholder
      expect(answers.length).toBeGreaterThan(40);
      expect(complexity).toMatchObject({ class: expect.stringMatching(/SIMPLE|STANDARD|COMPLEX/), reason: expect.any(String) });
      expect(attendees.filter(({ presence, side }) => presence === "required" && side === "ours").length).toBeGreaterThan(1);
      expect(checklist.length).toBeGreaterThan(15);
      expect(readiness.requiredPercent).toBe(100);
      expect([people.pmId, policies.rubric, ...policies.templates].every(Boolean)).toBe(true);
    }
  });

  it("P1.2: the second handover of a client begins with what the first one knew, and says so", async () => {
    const draft = await prisma.handover.findFirstOrThrow({ where: { status: "DRAFT", deal: { name: "Quotations straight from the ERP" } } });
    const { sections } = await getBrief(await asUser(draft.contactOwnerId, prisma, TODAY), draft.id);
    const fields = sections.flatMap((section) => section.fields);
    const of = (id: string) => fields.find(({ field }) => field.id === id);
    expect(of("client.language")).toMatchObject({ answer: { value: "German, formal" }, source: expect.stringMatching(/^from HO-\d+, in January$/) as string });
    expect(of("client.legalName")?.offer).toMatchObject({ from: "the client", text: "Kolbe Werkzeugbau SE" });
    expect(fields.filter(({ source }) => source?.startsWith("from HO-")).length).toBeGreaterThan(3);
  });

  it("P8.4: ratings each way, and answers to whether the brief was right, one of them still open", async () => {
    expect((await prisma.rating.groupBy({ by: ["side"], _count: true, orderBy: { side: "asc" } })).map(({ side, _count }) => [side, _count])).toEqual([["BRIEF", 2], ["ACCEPTANCE", 2]]);
    const checks = await prisma.briefCheck.findMany({ select: { verdict: true, fields: true }, orderBy: { askedAt: "asc" } });
    expect(checks).toEqual(expect.arrayContaining([{ verdict: "MOSTLY", fields: ["scope.assumptions"] }, { verdict: "RIGHT", fields: [] }, { verdict: null, fields: [] }]));
  });

  it("P1.4: what nobody knows yet has an owner, a day and a risk; what does not apply says why", async () => {
    const [unknown, other] = [await prisma.briefAnswer.findMany({ where: { state: "UNKNOWN" } }), await prisma.briefAnswer.findMany({ where: { state: "NOT_APPLICABLE" } })];
    expect([unknown.length, other.length]).toEqual([1, 1]);
    expect(unknown.every(({ unknownOwnerId, unknownDue, unknownRisk }) => unknownOwnerId && unknownDue && unknownDue > TODAY && unknownRisk)).toBe(true);
    expect(other.every(({ reason }) => reason)).toBe(true);
  });

  it("B7: complexity, attendees, checklist and promises are there, with their reasons", async () => {
    for (const { id, status } of await prisma.handover.findMany({ where: { firstSubmitAt: { not: null } }, select: { id: true, status: true } })) {
      const { complexity, attendees, readiness } = await computeBrief(prisma, id, { now: TODAY });
      expect(readiness.blockers).toEqual([]);
      expect(complexity.class).not.toBeNull();
      expect(attendees.every(({ reason, rule }) => reason !== "" && rule.startsWith("P2."))).toBe(true);
      if (!["ACCEPTED", "IN_DELIVERY", "CLOSED"].includes(status)) continue;
      const items = await prisma.checklistItem.findMany({ where: { handoverId: id } });
      expect(items.length).toBeGreaterThan(15);
      expect(items.some(({ state }) => state === "DONE")).toBe(true);
    }
    const promises = await prisma.ledgerPromise.groupBy({ by: ["status"], _count: true });
    expect(new Set(promises.map(({ status }) => status))).toEqual(new Set(["OPEN", "KEPT", "BROKEN"]));
  });

  it("P1.1, P1.11: one start is at risk, one won deal is past its clock without a handover", async () => {
    const deals = await prisma.deal.findMany({ include: { handovers: true } });
    expect(deals.filter((deal) => atRiskState(deal, TODAY) === "approved")).toHaveLength(1);
    const due = new Date(TODAY.getTime() - 1);
    expect(deals.filter((deal) => isOrphan(deal, { due, now: TODAY })).map(({ name }) => name).sort())
      .toEqual(["Direct-to-paddler store", "Ordering ahead, by shop"]); // the first is the draft at risk
    expect(new Set(deals.map(({ currency }) => currency))).toEqual(new Set(["EUR", "USD", "NOK", "GBP", "CHF"]));
    expect(deals.every(({ createdAt, wonAt }) => createdAt < TODAY && (wonAt === null || createdAt < wonAt))).toBe(true);
  });

  it("P7.4: one open deal has a half-asked set of questions, with what nobody knew yet and what did not apply", async () => {
    const deal = await prisma.deal.findFirstOrThrow({ where: { name: "HubSpot for three sales teams" } });
    const { questions } = await getDiscovery(await asUser(deal.contactOwnerId), { id: deal.id });
    const count = (standing: string) => questions.filter((one) => one.standing === standing).length;
    expect([count("answered"), count("unknown"), count("notApplicable")]).toEqual([11, 1, 1]);
    expect(count("notAsked")).toBeGreaterThan(10);
  });

  it("P5.2, P6.4: before the contract delivery was asked: answered, declined and waiting, some of it by a grant", async () => {
    const asked = await prisma.involvement.findMany({ where: { kind: { not: "ESTIMATE" } }, select: { state: true, grantId: true, spentMinutes: true, agreed: true } });
    expect(asked.map(({ state }) => state).sort()).toEqual(["ANSWERED", "ANSWERED", "ANSWERED", "DECLINED", "REQUESTED"]);
    expect(asked.filter(({ grantId }) => grantId !== null)).toMatchObject([{ state: "ANSWERED" }, { state: "ANSWERED" }]);
    expect(asked.map(({ agreed }) => agreed).sort()).toEqual([false, false, null, null, true].sort());
    expect(asked.filter(({ state }) => state === "ANSWERED").every(({ spentMinutes }) => spentMinutes > 0)).toBe(true);
    expect(await prisma.involvementGrant.count({ where: { revokedAt: null } })).toBe(3);
  });

  it("P5.3, P6.5: one trial task runs and is evidence, since it is paid; one was evaluated on a deal that was lost", async () => {
    const trials = await prisma.trialTask.findMany({ select: { state: true, outcome: true, spentMinutes: true, deal: { select: { stage: true } }, evidence: { select: { withdrawnAt: true } } }, orderBy: { createdAt: "desc" } });
    expect(trials).toMatchObject([
      { state: "RUNNING", spentMinutes: 360, deal: { stage: "PROPOSAL" }, evidence: { withdrawnAt: null } },
      { state: "EVALUATED", outcome: "PARTLY", spentMinutes: 405, deal: { stage: "LOST" }, evidence: { withdrawnAt: null } },
    ]);
  });

  it("P6.3, B6: a class stands by hand with a lead's consent; a rubric waits for the consent of delivery", async () => {
    expect(await prisma.classOverride.findMany({ select: { from: true, class: true, state: true, leadId: true, decidedAt: true } })).toMatchObject([{ from: "COMPLEX", class: "STANDARD", state: "STANDING", leadId: await personId(CAST.arjun.name), decidedAt: expect.any(Date) }]);
    const draft = await prisma.policyVersion.findFirstOrThrow({ where: { status: "DRAFT" }, select: { id: true, kind: true, revision: true } });
    expect(draft).toMatchObject({ kind: "COMPLEXITY_RUBRIC", revision: 2 });
    expect(await prisma.policyConsent.findMany({ where: { policyId: draft.id }, select: { userId: true, revision: true } })).toEqual([{ userId: await personId(CAST.sofia.name), revision: 2 }]);
  });

  it("R4: every figure of the time before the contract has something behind it, and the deals have their first class", async () => {
    const seen = new Set<string>();
    for (const key of ["sofia", "marcus"] as const) {
      const { hours, trials, grants, overrides, reality, drift, uninvolved } = await getBeforeContract(await asUser(await personId(CAST[key].name), prisma, TODAY), reportParams.parse({}));
      for (const [figure, count] of Object.entries({ won: hours.outcomes.won.minutes, lost: hours.outcomes.lost.minutes, open: hours.outcomes.open.minutes, trials: trials.count, grants: grants.count, overrides: overrides.count, reality: reality.count, drift: drift.count, uninvolved }))
        if (count > 0) seen.add(figure);
    }
    expect([...seen].sort()).toEqual(["drift", "grants", "lost", "open", "overrides", "reality", "trials", "uninvolved", "won"]);
    expect(await prisma.deal.count({ where: { firstClass: { not: null } } })).toBeGreaterThan(10);
  });

  it("drafts differ in how much they hold", async () => {
    const drafts = await prisma.handover.findMany({ where: { status: "DRAFT" }, select: { id: true } });
    const done = await Promise.all(drafts.map(async ({ id }) => (await computeBrief(prisma, id, { now: TODAY })).readiness.requiredPercent));
    expect(Math.min(...done)).toBeLessThan(60);
    expect(Math.max(...done)).toBeGreaterThan(90);
    expect((await answersOf(prisma, drafts[0]?.id ?? "")).length).toBeGreaterThan(10);
  });

  it("everybody but the developer has something to look at, and nobody sees everything", async () => {
    for (const key of PERSON_KEYS) {
      const { actor } = await asUser(await personId(CAST[key].name));
      const [handovers, deals] = [await prisma.handover.count({ where: scope(actor) }), await prisma.deal.count({ where: dealScope(actor) })];
      expect(handovers + deals, key).toBeGreaterThan(key === "grace" ? -1 : 0);
      expect(handovers, key).toBeLessThan(12);
    }
  });

  it("the notices of the last two days are unread, the others were read, and no job is left to tell them again", async () => {
    expect(await prisma.notification.count({ where: { readAt: null } })).toBeGreaterThan(2);
    expect(await prisma.notification.count({ where: { readAt: { not: null } } })).toBeGreaterThan(20);
    expect(await prisma.$queryRaw`SELECT id FROM jobs.job WHERE name = 'announce'`).toEqual([]);
  });
});
