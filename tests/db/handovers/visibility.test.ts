import { describe } from "vitest";
import { getClient } from "@/lib/clients/queries";
import { updateDeal } from "@/lib/deals/commands/update";
import { getDeal, listDeals } from "@/lib/deals/queries";
import { listDealEvents } from "@/lib/deals/queries/timeline";
import { listDealsParams, updateDealInput } from "@/lib/deals/schema";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { addReturnPoints, returnHandover } from "@/lib/handovers/commands/decide";
import type { Field } from "@/lib/handovers/fields/types";
import { NO_ROW } from "@/lib/handovers/queries/answers";
import { getBrief } from "@/lib/handovers/queries/brief";
import { getDealBrief } from "@/lib/handovers/queries/deal-brief";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { getCheck } from "@/lib/handovers/queries/check";
import { getHandover } from "@/lib/handovers/queries/handover";
import { listInbox } from "@/lib/handovers/queries/inbox";
import { listHandovers } from "@/lib/handovers/queries/list";
import { getReading } from "@/lib/handovers/queries/reading";
import { getReview, listOpenPoints } from "@/lib/handovers/queries/review";
import { listTimeline } from "@/lib/handovers/queries/timeline";
import { compareVersions, getVersion } from "@/lib/handovers/queries/versions";
import { READS } from "@/lib/handovers/rules/visibility";
import { announceEvent } from "@/lib/jobs/announce";
import { listNotifications } from "@/lib/notifications/queries";
import type { Ctx } from "@/lib/auth/ctx";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import { figureParams, reportParams } from "@/lib/reports/schema";
import { exportFigure } from "@/lib/reports/queries/export";
import { listFigure } from "@/lib/reports/queries/list";
import { search } from "@/lib/search/queries";
import { asActor, asUser, expect, test } from "../../support/db";
import { aDraft, aSubmitted } from "../../support/factories/handovers";
import { settled } from "../../support/search";

/** What a text of this field says, and nothing else does. */
const mark = ({ id }: Pick<Field, "id">, version = 1) => `mark${version}<${id}>`;
const isText = ({ type }: Field) => ["text", "longText", "url", "file"].includes(type);

/** A value that its reader would recognise; null for what has no words. */
function marked(field: Field) {
  switch (field.type) {
    case "text": case "longText": return mark(field);
    case "url": return `https://www.brandt.example/?of=${mark(field)}`;
    case "file": return { name: mark(field), url: "https://files.example/one.pdf" };
    default: return null;
  }
}

/** A submitted brief of which every text says which field it stands in, its return with a point about each field, and a second version. */
async function aMarkedBrief(db: Db) {
  const draft = await aDraft(db, { answers: { "complexity.integration": "several" } });
  const sam = await asUser(draft.sam, db);
  const fields = await briefFieldsOf(db, draft.id);
  const rows = new Map<string, string>();
  const standing = await db.briefAnswer.findMany({ where: { handoverId: draft.id } });
  const changes = fields.filter((field) => isText(field) && field.id !== "technical.hosting").map((field) => {
    if (field.group && !rows.has(field.group)) rows.set(field.group, standing.find((one) => one.rowId !== NO_ROW && one.field.startsWith(`${field.group ?? ""}.`))?.rowId ?? newId());
    const rowId = field.group ? (rows.get(field.group) ?? null) : null;
    const base = standing.find((one) => one.field === field.id && (rowId === null || one.rowId === rowId))?.revision ?? 0;
    return { field: field.id, rowId, base, state: "VALUE" as const, value: marked(field) };
  });
  const { answers } = await saveAnswers(sam, { id: draft.id, changes });
  expect(answers.filter(({ outcome }) => outcome !== "saved")).toEqual([]);
  return { ...draft, fields, sam, sellerId: draft.sam };
}

/** The same, frozen as a version without asking what is missing: this is about who reads, and not about what is needed. */
async function frozen(db: Db, brief: Awaited<ReturnType<typeof aMarkedBrief>>) {
  const other = await aSubmitted(db, { answers: { "complexity.integration": "several" } });
  const { content } = await getVersion(db, other.id, 1);
  const answers = (await db.briefAnswer.findMany({ where: { handoverId: brief.id } })).map(({ field, rowId, state, value }) => ({ field, rowId: rowId === NO_ROW ? null : rowId, state, value }));
  const templates = (await db.handoverTeam.findMany({ where: { handoverId: brief.id } })).flatMap(({ templateId }) => templateId ?? []);
  const shown = await db.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: other.id, version: 1 } } });
  const version = (number: number, text: string) => db.briefVersion.create({
    data: { handoverId: brief.id, version: number, content: JSON.parse(text) as Prisma.InputJsonValue, digest: shown.digest, createdById: brief.sellerId, createdAt: shown.createdAt },
    select: { version: true },
  });
  const text = JSON.stringify({ ...content, answers, policies: { ...content.policies, templates } });
  await version(1, text);
  await version(2, text.replaceAll("mark1<", "mark2<"));
}

type Door = (ctx: Ctx, at: { id: string; dealId: string; clientId: string; db: Db }) => Promise<unknown>;

/** Every door that a brief's content leaves by. */
const DOORS: Record<string, Door> = {
  "the handover": (ctx, { id }) => getHandover(ctx, id),
  "the reading page": async (ctx, { id }) => getReading(ctx, await getHandover(ctx, id)),
  "a frozen version": async (ctx, { id }) => getReading(ctx, await getHandover(ctx, id), { version: 1 }),
  "the comparison": async (ctx, { id }) => compareVersions(ctx, await getHandover(ctx, id), { from: 1, to: 2 }),
  "the review": (ctx, { id }) => getReview(ctx, { id }),
  "the points of a return": async (ctx, { id }) => listOpenPoints(ctx, await getHandover(ctx, id)),
  "the brief form": (ctx, { id }) => getBrief(ctx, id),
  "the check": (ctx, { id }) => getCheck(ctx, id),
  "the history": async (ctx, { id }) => listTimeline(ctx, await getHandover(ctx, id), {}),
  "the inbox": (ctx) => listInbox(ctx, { view: "to-review" }),
  "the list of handovers": (ctx) => listHandovers(ctx, {}),
  "the search": async (ctx, { db }) => { await settled(db); return Promise.all(["mark1", "mark2", "Brandt"].map((q) => search(ctx, { q }))); },
  "the notices": (ctx) => listNotifications(ctx, {}),
  "the deal": (ctx, { dealId }) => getDeal(ctx, { id: dealId }),
  "the list of deals": (ctx) => listDeals(ctx, listDealsParams.parse({})),
  "the deal's history": (ctx, { dealId }) => listDealEvents(ctx, { id: dealId }),
  "the deal's documents": (ctx, { id }) => getDealBrief(ctx, { id, status: "SUBMITTED" }),
  "the client": (ctx, { clientId }) => getClient(ctx, { id: clientId }),
};

const inText = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? one.toString() : one)) ?? "";

describe("B6 field-level visibility at every door", () => {
  test("nobody is shown a field that they may not read, wherever they look; and what they may read they find", async ({ db }) => {
    const brief = await aMarkedBrief(db);
    const { fields, dealId } = brief;
    await updateDeal(brief.sam, await anEdit(db, dealId, "51 234.50"));
    await frozen(db, brief);
    await db.$executeRaw`UPDATE "Handover" SET "briefVersion" = 2, "firstSubmitAt" = now(), "submittedAt" = now() WHERE id = ${brief.id}::uuid`;
    const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
    for (const field of fields)
      await db.returnPoint.create({ data: { id: newId(), handoverId: brief.id, keyId: newId(), version: 2, field: field.id, rowId: null, reason: "MISSING", needed: `point ${mark(field, 3)}`, suggestion: mark(field, 3), byId: brief.pia, createdAt: new Date() } });

    const PEOPLE = { sales: brief.sellerId, pm: brief.pia, lead: brief.lee, manager: brief.bo } as const;
    for (const [reader, person] of Object.entries(PEOPLE) as [keyof typeof PEOPLE, string][]) {
      const ctx = await asUser(person, db);
      const kept = fields.filter(({ visibility }) => !(READS[reader] as readonly string[]).includes(visibility));
      for (const [door, open] of Object.entries(DOORS)) {
        const text = inText(await open(ctx, { id: brief.id, dealId, clientId, db }));
        expect.soft([reader, door, kept.filter(({ id }) => text.includes(`<${id}>`) || text.includes(`"${id}"`)).map(({ id }) => id)]).toEqual([reader, door, []]);
        if (reader === "lead") expect.soft([door, /5123450|51[ ,]?234|42[ ,]?000|4200000|contract\.pdf/.test(text)]).toEqual([door, false]);
      }
      const mine = fields.filter((field) => isText(field) && !kept.includes(field) && field.id !== "technical.hosting" && field.type !== "url");
      const read = inText(await DOORS["a frozen version"]?.(ctx, { id: brief.id, dealId, clientId, db }));
      expect.soft([reader, mine.filter((field) => !read.includes(mark(field))).map(({ id }) => id)]).toEqual([reader, []]);
    }
    expect(inText(await getDeal(await asUser(brief.pia, db), { id: dealId }))).toContain("5123450"); // who may know it is told
  }, 120_000);

  test("a developer, and whoever is named nowhere, finds no brief at any door", async ({ db }) => {
    const brief = await aSubmitted(db);
    const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: brief.dealId } });
    for (const person of [brief.dev, brief.ada, brief.max]) {
      const ctx = await asUser(person, db);
      for (const [door, open] of Object.entries(DOORS)) {
        const answer = await open(ctx, { id: brief.id, dealId: brief.dealId, clientId, db }).catch((error: unknown) => (error instanceof AppError ? error.code : String(error)));
        if (typeof answer === "string") expect.soft([door, answer]).toEqual([door, "NOT_FOUND"]);
        else expect.soft([door, inText(answer).includes(brief.id)]).toEqual([door, false]);
      }
    }
  });

  test("the history and the notices of a return tell a lead nothing of a commercial point", async ({ db }) => {
    const brief = await aSubmitted(db, { answers: { "complexity.integration": "several" } });
    const point = (field: string, needed: string) => ({ field, rowId: null, reason: "MISSING" as const, needed, suggestion: "" });
    await returnHandover(await asUser(brief.pia, db), { id: brief.id, keyId: brief.pmKey, briefVersion: 1, points: [point("commercial.payment", "Is the deposit of 17 000 paid?"), point("purpose.goals", "In whose words?")] });
    await addReturnPoints(await asUser(brief.lee, db), { id: brief.id, keyId: brief.leadKey, briefVersion: 1, points: [point("technical.stack", "Which versions?")] });
    for (const { id } of await db.event.findMany({ where: { stream: brief.id } })) await announceEvent(asActor({ type: "system", job: "announce" }, db), { eventId: id });
    for (const [person, sees] of [[brief.lee, false], [brief.pia, true], [brief.sam, true]] as const) {
      const ctx = await asUser(person, db);
      const told = inText([await listTimeline(ctx, await getHandover(ctx, brief.id), {}), await listOpenPoints(ctx, await getHandover(ctx, brief.id)), await listNotifications(ctx, {})]);
      expect([told.includes("In whose words?"), told.includes("Which versions?"), told.includes("17 000")]).toEqual([true, true, sees]);
    }
  });

  test("reports and their CSV are for managers, who read values; a lead and a developer are refused", async ({ db }) => {
    const brief = await aSubmitted(db);
    const params = reportParams.parse({});
    for (const person of [brief.lee, brief.dev, brief.sam]) {
      const ctx = await asUser(person, db);
      await expect(listFigure(ctx, { params, part: figureParams.parse({ figure: "handovers" }) })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(exportFigure(ctx, { params, part: figureParams.parse({ figure: "handovers" }) })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

/** A change of the deal's value, as its form sends it. */
async function anEdit(db: Db, id: string, amount: string) {
  const deal = await db.deal.findUniqueOrThrow({ where: { id }, include: { teams: true } });
  return updateDealInput.parse({
    id, revision: deal.revision, name: deal.name, amount, currency: deal.currency, source: deal.source, expectedClose: "", contractType: deal.contractType, ownerId: deal.ownerId, teamIds: deal.teams.map(({ teamId }) => teamId),
  });
}
