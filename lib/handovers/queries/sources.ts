import "server-only";
import { type Actor, type Ctx, personOf, zoneOf } from "@/lib/auth/ctx";
import { handoverNumber } from "@/lib/deals/format";
import { type Db, db } from "@/lib/platform/db";
import type { Field } from "../fields/types";
import { type Answers, type Json, type Names, textOfValue } from "../rules/answers";
import { type EarlierHandover, knownRow, prefill, type Prefilled, type PrefillFacts, type SourceKind } from "../rules/prefill";
import { isAt, isPrefilled, offersOf, sourceName, type SourceRecord, sourceWords } from "../rules/provenance";
import { isDeliveryManagerOf, isSalesManagerOf, scope } from "../policy";
import { readableBy } from "../rules/visibility";
import { trialSummary } from "@/lib/trials/rules/results";
import { NO_ROW, type StoredAnswer } from "./answers";
import { chosenOptionOf, presentationVersions } from "./chosen-option";
import { discoveryOf } from "./discovery-answers";
import { snapshotOf } from "./snapshot";
import { trialResultsOf } from "./trial-results";

/** So many earlier handovers of a client are looked at, the newest acceptances. */
const MOST_EARLIER = 5;

/** What deal, client and the client's earlier handovers know, as far as this person may read them (P1.2). The deal was found in scope. */
export async function prefillFacts(tx: Db, actor: Actor, { dealId, handoverId }: { dealId: string; handoverId?: string }): Promise<PrefillFacts> {
  const { client, ...deal } = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: {
      id: true, valueMinor: true, currency: true, contractType: true, signedOn: true, signedEvidence: true, source: true,
      client: {
        select: {
          id: true, legalName: true, industry: true, zone: true, website: true,
          contacts: { where: { erasedAt: null }, orderBy: { id: "asc" }, select: { id: true, roles: true } },
        },
      },
    },
  });
  return {
    trial: trialSummary(await trialResultsOf(tx, dealId)),
    option: await chosenOptionOf(tx, dealId),
    discovery: (await discoveryOf(tx, dealId)).map(({ askedAt, ...one }) => ({ ...one, heldAt: askedAt })),
    client, deal: { ...deal, valueMinor: Number(deal.valueMinor), signedOn: deal.signedOn?.toISOString().slice(0, 10) ?? null },
    earlier: await earlierHandovers(tx, actor, { clientId: client.id, exceptId: handoverId }),
  };
}

const sales = { select: { memberships: { where: { team: { kind: "SALES" } }, select: { teamId: true } } } } as const;

/** The accepted handovers of a client in this person's scope, as they were submitted last, with what of them this person reads. */
async function earlierHandovers(tx: Db, actor: Actor, { clientId, exceptId }: { clientId: string; exceptId?: string }): Promise<EarlierHandover[]> {
  const rows = await tx.handover.findMany({
    where: { AND: [scope(actor), { deal: { clientId }, status: { in: ["ACCEPTED", "IN_DELIVERY", "CLOSED"] }, acceptedAt: { not: null }, ...(exceptId && { id: { not: exceptId } }) }] },
    orderBy: [{ acceptedAt: "desc" }, { id: "desc" }], take: MOST_EARLIER,
    select: {
      id: true, number: true, acceptedAt: true, briefVersion: true, status: true, contactOwnerId: true, dealOwnerId: true, pmId: true,
      contactOwner: sales, dealOwner: sales, teams: { select: { teamId: true, leadId: true } }, deal: { select: { collaborators: { select: { userId: true } } } },
    },
  });
  const memberships = actor.type === "user" ? actor.memberships : [];
  const found: EarlierHandover[] = [];
  for (const { id, number, acceptedAt, briefVersion, contactOwner, dealOwner, teams, deal, ...facts } of rows) {
    const content = await snapshotOf(tx, id, briefVersion);
    if (!content || !acceptedAt) continue;
    const salesTeams = [...contactOwner.memberships, ...dealOwner.memberships].map(({ teamId }) => teamId);
    const isManager = isDeliveryManagerOf(memberships, teams.map(({ teamId }) => teamId)) || isSalesManagerOf(memberships, salesTeams);
    const readable = readableBy(personOf(actor), { ...facts, collaboratorIds: deal.collaborators.map(({ userId }) => userId), leadIds: teams.flatMap(({ leadId }) => leadId ?? []), isManager });
    found.push({ id, number, acceptedAt, answers: content.answers, readable });
  }
  return found;
}

/** What is remembered of the sources of a brief's answers. No authorisation here. */
export async function sourceRecordsOf(tx: Db, handoverId: string): Promise<SourceRecord[]> {
  const rows = await tx.answerSource.findMany({ where: { handoverId } });
  return rows.map(({ field, rowId, source, sourceId, heldAt, taken, kept, state }) => ({
    state, field, rowId: rowId === NO_ROW ? null : rowId, source: source as SourceKind, sourceId, heldAt, taken: taken as Json, kept: kept as Json,
  }));
}

type Brief = { handoverId: string; dealId: string; answers: Answers; fields: readonly Field[] };

/** What the sources of a brief offer this person now, with what is remembered of them. */
export async function sourcesNow(tx: Db, ctx: Ctx, { handoverId, dealId, answers, fields }: Brief): Promise<{ offers: Prefilled[]; records: SourceRecord[]; earlier: readonly EarlierHandover[] }> {
  const [facts, records] = [await prefillFacts(tx, ctx.actor, { dealId, handoverId }), await sourceRecordsOf(tx, handoverId)];
  const rowOf = (key: string) => knownRow(key, { answers, records });
  return { offers: offersOf({ current: prefill(fields, facts, { now: ctx.now, rowOf }), answers, records }), records, earlier: facts.earlier };
}

/** What a source says now, to be taken or declined: the value, the same in words, and who says it: "the deal". */
export type SourceOffer = { handoverId: string; value: Json; text: string; from: string };
export type Provenance = { source: string | null; offer: SourceOffer | null };

/**
 * Beside each answer of a form: where it came from and when, as long as nobody has changed it, and what its source says
 * differently now (P1.2). Offers are for those who may write.
 */
export async function provenanceOf(ctx: Ctx, brief: Omit<Brief, "answers"> & { answers: readonly StoredAnswer[]; names: Names; mayEdit: boolean }) {
  const { offers, records, earlier } = await sourcesNow(db(ctx), ctx, brief);
  const versions = [...records, ...offers].some(({ source }) => source === "option") ? await presentationVersions(db(ctx), brief.dealId) : new Map<string, number>();
  const nameOf = (id: string) => {
    const [found, version] = [earlier.find((one) => one.id === id), versions.get(id)];
    return found ? handoverNumber(found.number) : version === undefined ? null : `version ${version}`;
  };
  const when = { now: ctx.now, zone: zoneOf(ctx) };
  return (field: Field, rowId: string | null): Provenance => {
    const place = { field: field.id, rowId };
    const record = records.find(isAt(place));
    const offer = brief.mayEdit ? offers.find(isAt(place)) : undefined;
    return {
      source: record && isPrefilled(brief.answers.find(isAt(place)), record) ? sourceWords(record, nameOf(record.sourceId), when) : null,
      offer: offer ? { handoverId: brief.handoverId, value: offer.value, text: textOfValue(field, offer.value, brief.names), from: sourceName(offer.source, nameOf(offer.sourceId)) } : null,
    };
  };
}
