import { beforeAll, describe } from "vitest";
import { scope } from "@/lib/handovers/policy";
import { addBusinessDays, businessMinutesBetween, calendarOf } from "@/lib/platform/business-time";
import { newId } from "@/lib/platform/ids";
import { managersAsked as askedSql } from "@/lib/reports/queries/asked";
import { atRiskDeals } from "@/lib/reports/queries/at-risk";
import { listOrphans } from "@/lib/reports/queries/orphans";
import { getPipeline, pipelineCells } from "@/lib/reports/queries/pipeline";
import { listFigure } from "@/lib/reports/queries/list";
import { exportFigure } from "@/lib/reports/queries/export";
import { measureDecisions, reviewFigures } from "@/lib/reports/queries/reviews";
import { qualityFigures } from "@/lib/reports/queries/quality";
import { readSlice } from "@/lib/reports/queries/slice";
import { managersAsked } from "@/lib/reports/rules/asked";
import { isAtRisk } from "@/lib/reports/rules/at-risk";
import { countsDeal, countsHandover, type Readers } from "@/lib/reports/rules/history";
import { dealPipeline, handoverPipeline, orphans, type PipelineCell } from "@/lib/reports/rules/pipeline";
import { decisionsOf, firstPass, returnedFields, returnReasons } from "@/lib/reports/rules/reviews";
import { type FigureParams, figureParams, OPEN_STAGES, PIPELINE_STATES, reportParams } from "@/lib/reports/schema";
import { checkFigures, checksOf, effortFigures, ratingFigures, ratingsOf } from "@/lib/reports/rules/quality";
import { endOfDayIn } from "@/lib/reports/rules/week";
import { aPerson, anOrganisation, aTeam, OFFICE_HOURS } from "../../support/factories/agency";
import { type Histories, randomHistories } from "../../support/factories/histories";
import { asOwner, asUser, expect, NOW, prisma, test as it } from "../../support/db";

const CALENDAR = calendarOf({ zone: "Europe/Berlin", workingHours: OFFICE_HOURS });
let all: Histories;
let world: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  world = await build();
  all = await asOwner(async (client) => {
    await client.query("SET session_replication_role = replica");
    return randomHistories(client, { ...world, sellers: [...world.northSellers, ...world.southSellers], now: NOW }, { count: 140, seed: "reports" });
  });
}, 120_000);

async function build() {
  await anOrganisation(prisma);
  const [north, south] = [await aTeam(prisma, "North", "SALES"), await aTeam(prisma, "South", "SALES")];
  const deliveryTeams = [await aTeam(prisma, "Alpha"), await aTeam(prisma, "Beta"), await aTeam(prisma, "Gamma")] as const;
  const people = (names: readonly string[], teamId: string, role: "SALES" | "PM") => Promise.all(names.map((name) => aPerson(prisma, name, [{ teamId, role }])));
  const clientId = newId();
  await prisma.client.create({ data: { id: clientId, name: "=HYPERLINK(\"x\")" } });
  return {
    north, south, deliveryTeams, clientId,
    northSellers: await people(["Nora", "Nils"], north, "SALES"), southSellers: await people(["Sara", "Sven", "Sina"], south, "SALES"),
    holders: await people(["Paul", "Pia"], deliveryTeams[0], "PM"),
    salesManager: await aPerson(prisma, "Mara", [{ teamId: north, role: "MANAGER" }]),
    deliveryManager: await aPerson(prisma, "Dora", [{ teamId: deliveryTeams[0], role: "MANAGER" }, { teamId: deliveryTeams[1], role: "MANAGER" }]),
    both: await aPerson(prisma, "Beth", [{ teamId: south, role: "MANAGER" }, { teamId: deliveryTeams[2], role: "MANAGER" }]),
    seller: await aPerson(prisma, "Said", [{ teamId: north, role: "SALES" }]),
  };
}

type Who = "salesManager" | "deliveryManager" | "both";
type Asked = { who: Who; asOf?: string; team?: string; owner?: string };

/** Every reader, now and as of past days, without and with filters. */
function questions(): Asked[] {
  const filters = [{}, { team: world.deliveryTeams[0] }, { team: world.south }, { owner: world.southSellers[0] ?? "" }, { team: world.deliveryTeams[2], owner: world.northSellers[0] ?? "" }];
  return (["salesManager", "deliveryManager", "both"] as const).flatMap((who) =>
    [undefined, "2029-12-20", "2029-11-30", "2029-10-31"].flatMap((asOf) => filters.map((filter) => ({ who, asOf, ...filter }))));
}

async function ask({ who, ...params }: Asked) {
  const ctx = await asUser(world[who]);
  const parsed = reportParams.parse({ ...params, period: "30" });
  const { slice } = await readSlice(ctx, parsed);
  const mine = { salesManager: { sellers: [...world.northSellers, world.salesManager, world.seller], teams: [] }, deliveryManager: { sellers: [], teams: world.deliveryTeams.slice(0, 2) }, both: { sellers: [...world.southSellers, world.both], teams: [world.deliveryTeams[2]] } }[who];
  const readers: Readers = {
    sellers: new Set(mine.sellers), deliveryTeams: new Set(mine.teams),
    ...(slice.team?.kind === "DELIVERY" && { team: slice.team.id }),
    ...(slice.team?.kind === "SALES" && { teamSellers: new Set(slice.team.id === world.south ? [...world.southSellers, world.both] : [...world.northSellers, world.salesManager, world.seller]) }),
    ...(slice.owner !== null && { owner: slice.owner }),
  };
  return { ctx, slice, readers, params: parsed, period: { from: slice.from, to: slice.at } };
}

const sorted = (cells: readonly PipelineCell[]) => cells.toSorted((a, b) => [a.state, a.age, a.currency].join().localeCompare([b.state, b.age, b.currency].join()));
const eventsOf = (readers: Readers, at: Date) => all.handovers.filter((h) => countsHandover(h, readers, at)).map(({ id }) => all.events.get(id) ?? []);

describe("R1: the SQL gives what the reference functions give", () => {
  it("R1: handovers and deals by state, age and currency, now and as of any day, for every reader and filter", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers } = await ask(question);
      const cells = await pipelineCells(prisma, slice);
      expect(sorted(cells.handovers), JSON.stringify(question)).toEqual(sorted(handoverPipeline(all.handovers, PIPELINE_STATES, readers, slice.at)));
      expect(sorted(cells.deals), JSON.stringify(question)).toEqual(sorted(dealPipeline(all.deals, OPEN_STAGES, readers, slice.at)));
      seen += cells.handovers.length + cells.deals.length;
    }
    expect(seen).toBeGreaterThan(300);
  });

  it("P1.11: won deals without a handover, from the minute past the contact owner's clock", async () => {
    let seen = 0;
    for (const question of questions().filter(({ who }) => who !== "deliveryManager")) {
      const { slice, readers } = await ask(question);
      const found = (await listOrphans(prisma, slice)).map(({ id }) => id).sort();
      const dueOf = (_: unknown, wonAt: Date) => addBusinessDays(CALENDAR, wonAt, 1);
      expect(found, JSON.stringify(question)).toEqual(orphans(all.deals, readers, { at: slice.at, dueOf }).map(({ id }) => id).sort());
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("P1.1: starts at risk, now and as of any day", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers } = await ask(question);
      const found = await prisma.$queryRaw<{ id: string }[]>`SELECT f.id FROM (${atRiskDeals(slice)}) f ORDER BY f.id`;
      const expected = all.deals.filter((deal) => countsDeal(deal, readers, slice.at) && isAtRisk(all.events.get(deal.id) ?? [], slice.at));
      expect(found.map(({ id }) => id), JSON.stringify(question)).toEqual(expected.map(({ id }) => id).sort());
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("P1.10: where managers were asked to help, now and as of any day", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers } = await ask(question);
      const found = await prisma.$queryRaw<{ handover: string; at: Date }[]>`SELECT f.handover, f.at FROM (${askedSql(slice)}) f`;
      const key = ({ stream, at }: { stream: string; at: Date }) => stream + at.toISOString();
      const expected = managersAsked(all.handovers, (id) => all.events.get(id) ?? [], readers, slice.at);
      expect(found.map(({ handover, at }) => key({ stream: handover, at })).sort(), JSON.stringify(question)).toEqual(expected.map(key).sort());
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("R1: decisions of the period, each with the working time of whoever decided, without those taken back", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers, period } = await ask(question);
      const found = await measureDecisions(prisma, slice);
      const expected = decisionsOf(eventsOf(readers, slice.at), period)
        .map(({ stream, type, submittedAt, decidedAt }) => ({ handoverId: stream, type, submittedAt, decidedAt, minutes: businessMinutesBetween(CALENDAR, submittedAt, decidedAt) }));
      const key = ({ handoverId, decidedAt }: { handoverId: string; decidedAt: Date }) => handoverId + decidedAt.toISOString();
      const plain = found.map(({ handoverId, type, submittedAt, decidedAt, minutes }) => ({ handoverId, type, submittedAt, decidedAt, minutes }));
      expect(plain.toSorted((a, b) => key(a).localeCompare(key(b))), JSON.stringify(question)).toEqual(expected.toSorted((a, b) => key(a).localeCompare(key(b))));
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(100);
  });

  it("R1: first-pass acceptance, return reasons and returned fields of the period", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers, period } = await ask(question);
      const found = await reviewFigures(prisma, slice);
      const points = all.points.filter(({ handoverId }) => all.handovers.some((h) => h.id === handoverId && countsHandover(h, readers, slice.at)));
      expect({ decided: found.decided, passed: found.passed }, JSON.stringify(question)).toEqual(firstPass(eventsOf(readers, slice.at), period));
      expect(new Map(found.reasons.map(({ reason, count }) => [reason, count]))).toEqual(returnReasons(points, period));
      expect(new Map(found.fields.map(({ field, count }) => [field, count]))).toEqual(returnedFields(points, period));
      seen += found.decided + found.points;
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe("P8.4, P4.9: the figures of quality", () => {
  it("P8.4: ratings, and whether briefs were right, are what the reference functions give", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers, period } = await ask(question);
      const counted = new Set(all.handovers.filter((h) => countsHandover(h, readers, slice.at)).map(({ id }) => id));
      const mine = <T extends { stream: string }>(rows: readonly T[]) => rows.filter(({ stream }) => counted.has(stream));
      const found = await qualityFigures(prisma, slice);
      const given = ratingsOf(mine(all.ratings), period);
      expect({ brief: found.brief, acceptance: found.acceptance }, JSON.stringify(question)).toEqual({ brief: ratingFigures(given, "BRIEF"), acceptance: ratingFigures(given, "ACCEPTANCE") });
      const { fields, ...answers } = checkFigures(checksOf(mine(all.checks), period));
      expect({ answered: found.checks.answered, right: found.checks.right }, JSON.stringify(question)).toEqual(answers);
      expect(new Map(found.checks.fields.map(({ field, count }) => [field, count]))).toEqual(fields);
      seen += given.length + answers.answered;
    }
    expect(seen).toBeGreaterThan(50);
  });

  it("P4.9: what was filled in and typed, and the time to the first submit, are what the reference function gives", async () => {
    let seen = 0;
    for (const question of questions()) {
      const { slice, readers, period } = await ask(question);
      const counted = new Set(all.handovers.filter((h) => countsHandover(h, readers, slice.at)).map(({ id }) => id));
      const { effort } = await qualityFigures(prisma, slice);
      expect(effort, JSON.stringify(question)).toEqual(effortFigures(all.efforts.filter(({ handoverId }) => counted.has(handoverId)), period));
      seen += effort.briefs;
    }
    expect(seen).toBeGreaterThan(50);
  });
});

describe("R1: every number opens the list behind it", () => {
  const parts = async (question: Asked): Promise<[Partial<FigureParams>, number][]> => {
    const { ctx, params } = await ask(question);
    const report = await getPipeline(ctx, params);
    const states = report.states.flatMap(({ state, count, ages, values }): [Partial<FigureParams>, number][] => [
      [{ figure: "handovers", state }, count],
      ...Object.entries(ages).map(([age, n]): [Partial<FigureParams>, number] => [{ figure: "handovers", state, age: age as FigureParams["age"] }, n]),
      ...values.map(({ currency, count: n }): [Partial<FigureParams>, number] => [{ figure: "handovers", state, currency }, n]),
    ]);
    const sales = report.sales ? [
      ...report.sales.stages.map(({ state, count }): [Partial<FigureParams>, number] => [{ figure: "deals", stage: state }, count]),
      [{ figure: "orphans" }, report.sales.orphans.count] as [Partial<FigureParams>, number],
      [{ figure: "at-risk" }, report.sales.atRisk.count] as [Partial<FigureParams>, number],
    ] : [];
    return [
      ...states, ...sales,
      [{ figure: "asked" }, report.asked.count],
      [{ figure: "decisions" }, report.decisions.count],
      ...report.decisions.weeks.map(({ week, count }): [Partial<FigureParams>, number] => [{ figure: "decisions", week }, count]),
      [{ figure: "ratings" }, report.quality.brief.count + report.quality.acceptance.count], [{ figure: "ratings", side: "BRIEF" }, report.quality.brief.count],
      [{ figure: "checks" }, report.quality.checks.answered], [{ figure: "effort" }, report.quality.effort.briefs],
      ...report.quality.checks.fields.map(({ field, count }): [Partial<FigureParams>, number] => [{ figure: "checks", field }, count]),
      [{ figure: "first-pass" }, report.reviews.decided], [{ figure: "first-pass", passed: "yes" }, report.reviews.passed],
      ...report.reviews.reasons.map(({ reason, count }): [Partial<FigureParams>, number] => [{ figure: "returns", reason }, count]),
      ...report.reviews.fields.map(({ field, count }): [Partial<FigureParams>, number] => [{ figure: "returns", field }, count]),
    ];
  };

  it("R1: each list holds as many rows as its number says, page by page, each once", async () => {
    for (const question of [{ who: "salesManager" }, { who: "both", asOf: "2029-12-20" }, { who: "deliveryManager", team: world.deliveryTeams[1] }] satisfies Asked[]) {
      const { ctx, params } = await ask(question);
      for (const [part, count] of await parts(question)) {
        const seen: string[] = [];
        for (let after: string | undefined; ; ) {
          const page = await listFigure(ctx, { params, part: figureParams.parse({ ...part, after }), size: 7 });
          expect(page.total, JSON.stringify([question, part])).toBe(count);
          seen.push(...page.rows.map(({ key }) => key));
          if (page.next === null) break;
          after = page.next;
        }
        expect(seen.length, JSON.stringify([question, part])).toBe(count);
        expect(new Set(seen).size).toBe(count);
      }
    }
  });

  it("R1: yesterday's report gives yesterday's figures, whatever happens today", async () => {
    const question: Asked = { who: "both", asOf: "2029-12-20" };
    const { ctx, params } = await ask(question);
    const { choices: _, ...before } = await getPipeline(ctx, params);
    const [deal] = all.deals;
    const handover = all.handovers.find(({ status }) => status.at(-1)?.value === "DRAFT");
    const to = world.northSellers[1];
    await asOwner(async (client) => {
      await client.query("SELECT set_config('portal.now', $1, false)", [new Date(NOW.getTime() - 60_000).toISOString()]); // today, by the report's clock
      await client.query(`UPDATE "Deal" SET "valueMinor" = 1, "contactOwnerId" = $2 WHERE id = $1`, [deal?.id, to]);
      await client.query(`UPDATE "Handover" SET status = 'WITHDRAWN', "contactOwnerId" = $2 WHERE id = $1`, [handover?.id, to]);
    });
    const { choices: __, ...after } = await getPipeline(ctx, params);
    expect(after).toEqual(before);
  });

  it("R1: the export has the rows of the list, and no cell that a spreadsheet would run", async () => {
    const { ctx, params } = await ask({ who: "both" });
    const part = figureParams.parse({ figure: "handovers" });
    const pieces: string[] = [];
    for await (const piece of await exportFigure(ctx, { params, part })) pieces.push(piece);
    const [head, ...lines] = pieces.join("").trimEnd().split("\r\n");
    expect(head).toBe("\uFEFFHandover,Client,Deal,State,Since,Days,Value,Currency,Contact owner,Accountable,Teams");
    expect(lines).toHaveLength((await listFigure(ctx, { params, part })).total);
    expect(lines.every((line) => line.includes(`"'=HYPERLINK(""x"")"`))).toBe(true);
  });
});

describe("R1: reports are for managers, each of their own teams", () => {
  it("R1: who manages no team is refused, at the page, the list and the export", async () => {
    const ctx = await asUser(world.seller);
    const [params, part] = [reportParams.parse({}), figureParams.parse({})];
    await expect(getPipeline(ctx, params)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "R1" });
    await expect(listFigure(ctx, { params, part })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(exportFigure(ctx, { params, part })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("R1: what a list of now shows exists for its reader (scope)", async () => {
    for (const who of ["salesManager", "deliveryManager", "both"] as const) {
      const ctx = await asUser(world[who]);
      const { rows } = await listFigure(ctx, { params: reportParams.parse({}), part: figureParams.parse({ figure: "handovers" }), size: 1_000 });
      expect(await prisma.handover.count({ where: { AND: [{ id: { in: rows.map(({ key }) => key) } }, scope(ctx.actor)] } })).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(5);
    }
  });

  it("R1: a delivery manager asks for deals in vain, and finds no draft among the handovers", async () => {
    const ctx = await asUser(world.deliveryManager);
    const params = reportParams.parse({});
    for (const figure of ["deals", "orphans", "at-risk"]) expect((await listFigure(ctx, { params, part: figureParams.parse({ figure }) })).total).toBe(0);
    expect((await listFigure(ctx, { params, part: figureParams.parse({ figure: "handovers", state: "DRAFT" }) })).total).toBe(0);
    expect((await getPipeline(ctx, params)).sales).toBeNull();
  });

  it("R1: a day counts to its end in the reader's zone; a filter that is none of the reader's is left out", async () => {
    const ctx = { ...(await asUser(world.salesManager)), viewer: { zone: "Asia/Kolkata", singleKeys: true } };
    const { slice } = await readSlice(ctx, reportParams.parse({ asOf: "2029-12-20", team: newId(), owner: world.southSellers[0] }));
    expect(slice.at).toEqual(new Date("2029-12-20T18:29:59.999Z"));
    expect(slice.at).toEqual(endOfDayIn("Asia/Kolkata", "2029-12-20"));
    expect([slice.team, slice.owner, slice.isNow]).toEqual([null, null, false]);
  });
});
