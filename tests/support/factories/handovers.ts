import { acceptKey } from "@/lib/handovers/commands/decide";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { namePeople } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { Field } from "@/lib/handovers/fields/types";
import { computeBrief } from "@/lib/handovers/queries/computed";
import type { Json } from "@/lib/handovers/rules/answers";
import { type Db, prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, NOW } from "../db";
import { type Agency, anAgency } from "./agency";

/** A won and signed deal of Sam's for WordPress (and Shopify), with a decision maker and a day-to-day contact. */
export async function aWonDeal(db: Db, agency: Agency, teamIds = [agency.wordpress]): Promise<string> {
  const [clientId, id] = [newId(), newId()];
  await db.client.create({
    data: {
      id: clientId, name: `Brandt Optik ${clientId.slice(-4)}`, legalName: "Brandt Optik GmbH", zone: "Europe/Berlin",
      contacts: {
        create: [
          { id: newId(), name: "Dr Ines Brandt", email: "ines@brandt.example", roles: ["DECISION_MAKER"] },
          { id: newId(), name: "Jonas Weber", email: "jonas@brandt.example", roles: ["DAY_TO_DAY"] },
        ],
      },
    },
  });
  await db.deal.create({
    data: {
      id, clientId, name: "New website", stage: "WON", valueMinor: 4_200_000n, currency: "EUR", contractType: "FIXED",
      contactOwnerId: agency.sam, ownerId: agency.sue, createdById: agency.sam, wonAt: new Date("2030-01-02T08:00:00Z"),
      signedOn: new Date("2030-01-02"), signedEvidence: "https://files.example/contract.pdf",
      teams: { create: teamIds.map((teamId) => ({ teamId })) },
    },
  });
  return id;
}

/** A believable value for a field of any type; text differs from field to field, since repeated text is pointed out. */
function valueFor({ id, label, type, options }: Field): Json {
  switch (type) {
    case "text": return `${label}, as agreed`;
    case "longText": return `What the client said about ${label.toLowerCase()} on 18 December, noted for ${id}.`;
    case "number": return 3;
    case "money": return { minor: 4_200_000, currency: "EUR" };
    case "yesNo": return id !== "promises.none";
    case "date": return "2030-04-01";
    case "choice": return options?.[0]?.value ?? null;
    case "choices": return options?.[0] ? [options[0].value] : null;
    case "url": return "https://www.brandt.example/";
    case "file": return { name: "contract.pdf", url: "https://files.example/contract.pdf" };
    case "teams": case "people": return [];
    case "person": case "contact": case "team": return null;
  }
}

export type DraftOptions = { teams?: (keyof Agency)[]; promises?: boolean; answers?: Record<string, Json> };

/** Sam's draft, complete and with everybody named, but not submitted. */
export async function aDraft(db: Db = prisma, { teams = ["wordpress"], answers = {} }: DraftOptions = {}) {
  const agency = await anAgency(db);
  const dealId = await aWonDeal(db, agency, teams.map((team) => agency[team]));
  const sam = await asUser(agency.sam, db);
  const { id, number } = await beginHandover(sam, { dealId });
  await answer(db, agency, id, { "promises.none": true, ...answers });
  await complete(db, agency, id);
  const leads = teams.map((team) => ({ teamId: agency[team], leadId: team === "shopify" ? agency.lin : agency.lee }));
  await namePeople(sam, { id, pmId: agency.pia, leads });
  const { revision } = await db.handover.findUniqueOrThrow({ where: { id }, select: { revision: true } });
  return { ...agency, id, number, dealId, revision };
}

/** Whatever must be there and is not yet, by Sam: what is answered can ask for more. */
export async function complete(db: Db, agency: Pick<Agency, "sam">, id: string): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const { readiness, fields } = await computeBrief(db, id, { now: NOW });
    const missing = readiness.blockers.flatMap(({ field }) => fields.find((one) => one.id === field && !one.group) ?? []);
    if (missing.length === 0) break;
    await answer(db, agency, id, Object.fromEntries(missing.map((field) => [field.id, valueFor(field)])));
  }
}

/** Answers of Sam's to plain fields, over whatever stands there. */
export async function answer(db: Db, agency: Pick<Agency, "sam">, id: string, values: Record<string, Json>): Promise<void> {
  const standing = new Map((await db.briefAnswer.findMany({ where: { handoverId: id } })).map(({ field, revision }) => [field, revision]));
  const changes = Object.entries(values).map(([field, value]) => ({
    field, rowId: null, base: standing.get(field) ?? 0, state: "VALUE" as const, value: value as never,
  }));
  if (changes.length === 0) return;
  const { answers } = await saveAnswers(await asUser(agency.sam, db), { id, changes });
  const refused = answers.filter(({ outcome }) => outcome !== "saved");
  if (refused.length > 0) throw new Error(`Not kept: ${JSON.stringify(refused)}`);
}

/** One row of a group, by Sam. */
export async function aRow(db: Db, agency: Pick<Agency, "sam">, id: string, cells: Record<string, Json>): Promise<string> {
  const rowId = newId();
  const { answers } = await saveAnswers(await asUser(agency.sam, db), {
    id, changes: Object.entries(cells).map(([field, value]) => ({ field, rowId, base: 0, state: "VALUE" as const, value: value as never })),
  });
  const refused = answers.filter(({ outcome }) => outcome !== "saved");
  if (refused.length > 0) throw new Error(`Not kept: ${JSON.stringify(refused)}`);
  return rowId;
}

/** The same, submitted: version 1, with the keys that it asks. `leadKey` is there where P2.3 applies. */
export async function aSubmitted(db: Db = prisma, options: DraftOptions = {}) {
  const draft = await aDraft(db, options);
  const { revision } = await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
  return { ...draft, revision, ...(await keysOf(db, draft.id, draft)) };
}

/** With an integration of WordPress, so that Lee's key is asked for besides Pia's. */
export const aReview = (db: Db = prisma) => aSubmitted(db, { answers: { "complexity.integration": "several" } });

/** The same with a promise as `rowId`, and Lee alone to decide on all: as the PM, and as the lead. */
export async function aReviewByOne(db: Db) {
  const draft = await aDraft(db, { answers: { "complexity.integration": "several", "promises.none": false } });
  const { id, sam, lee, wordpress } = draft;
  const rowId = await aRow(db, draft, id, { "promises.type": "scope", "promises.contract": "IN_CONTRACT", "promises.text": "A second language" });
  await db.membership.create({ data: { userId: lee, teamId: wordpress, role: "PM" } });
  await namePeople(await asUser(sam, db), { id, pmId: lee, leads: [{ teamId: wordpress, leadId: lee }] });
  await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
  const keys = await db.handoverKey.findMany({ where: { handoverId: id } });
  const of = (role: string) => keys.find((key) => key.role === role)?.id ?? "";
  return { ...draft, rowId, pmKey: of("PM"), leadKey: of("TEAM_LEAD") };
}

/** Accepted by Pia, the only key. */
export async function anAccepted(db: Db = prisma, options: DraftOptions = {}) {
  const submitted = await aSubmitted(db, options);
  const { revision } = await acceptKey(await asUser(submitted.pia, db), { id: submitted.id, keyId: submitted.pmKey, briefVersion: 1, conditions: [] });
  return { ...submitted, revision };
}

async function keysOf(db: Db, handoverId: string, agency: Agency) {
  const keys = await db.handoverKey.findMany({ where: { handoverId } });
  const of = (holderId: string) => keys.find((key) => key.holderId === holderId)?.id ?? "";
  return { pmKey: of(agency.pia), leadKey: of(agency.lee), shopifyKey: of(agency.lin) };
}
