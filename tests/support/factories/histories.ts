import { createHash } from "node:crypto";
import type pg from "pg";
import type { DealHistory, HandoverHistory, Span } from "@/lib/reports/rules/history";
import type { CheckRow, EffortRow, RatingRow } from "@/lib/reports/rules/quality";
import type { EventRow, PointRow } from "@/lib/reports/rules/reviews";
import { newId } from "@/lib/platform/ids";

const DAY = 24 * 60 * 60 * 1000;
const NEXT = {
  DRAFT: ["SUBMITTED", "SUBMITTED", "SUBMITTED", "WITHDRAWN"], SUBMITTED: ["ACCEPTED", "ACCEPTED", "RETURNED", "WITHDRAWN"], RETURNED: ["SUBMITTED", "SUBMITTED", "WITHDRAWN"],
  ACCEPTED: ["IN_DELIVERY", "CLOSED"], IN_DELIVERY: ["CLOSED"], CLOSED: [], WITHDRAWN: [],
} as const;
const STAGES = { PROSPECT: ["QUALIFIED", "LOST"], QUALIFIED: ["PROPOSAL", "PARKED", "WON"], PROPOSAL: ["WON", "WON", "LOST"], PARKED: ["QUALIFIED"], LOST: ["QUALIFIED"], WON: [] } as const;
const REASONS = ["MISSING", "UNCLEAR", "CONTRADICTORY", "WRONG_ESTIMATE"] as const;
const FIELDS = ["purpose.goals", "scope.inScope", "promises.contract", "custom.shopify.apps"] as const;

export type World = { sellers: readonly string[]; holders: readonly string[]; deliveryTeams: readonly string[]; clientId: string; now: Date };
export type Histories = { deals: DealHistory[]; handovers: HandoverHistory[]; events: Map<string, EventRow[]>; points: PointRow[]; ratings: RatingRow[]; checks: CheckRow[]; efforts: EffortRow[] };

/** A generator of numbers from 0 to 1 that starts over with its seed. */
export function randomOf(seed: string): () => number {
  let n = 0;
  return () => createHash("sha256").update(`${seed} ${n++}`).digest().readUInt32BE() / 2 ** 32;
}

/**
 * Random deals and handovers with their whole past, written past the triggers: intervals and events as they would have
 * been recorded, and the rows as they stand now. Answers the same histories for the reference functions.
 */
export async function randomHistories(client: pg.Client, { sellers, holders, deliveryTeams, clientId, now }: World, { count, seed }: { count: number; seed: string }): Promise<Histories> {
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[]): T[] => list.filter(() => random() < 0.4);
  const insert = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    await client.query(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map((_, i) => `$${i + 1}`).join()})`, Object.values(row));
  };
  /** Instants up to now, each later than the one before; sometimes whole days before now, where classes of age meet. */
  const walk = (from: Date) => {
    let at = from.getTime();
    return (): Date | null => {
      at += random() < 0.3 ? DAY * (1 + Math.floor(random() * 9)) : Math.floor(random() * 9 * DAY);
      return at < now.getTime() ? new Date(at) : null;
    };
  };
  const past = <V extends string>(start: Date, first: V, next: (value: V) => V | null): Span<V>[] => {
    const then = walk(start);
    const spans: Span<V>[] = [{ value: first, from: start, to: null }];
    for (let value = next(first); value !== null; value = next(value)) {
      const at = then();
      const last = spans.at(-1);
      if (!at || !last) break;
      last.to = at;
      spans.push({ value, from: at, to: null });
    }
    return spans;
  };
  const keep = async (stream: string, kind: string, spans: readonly Span[]) => {
    for (const { value, from, to } of spans) await insert("Interval", { stream, kind, value, from, to });
  };
  const last = <T>(list: readonly T[]): T => list.at(-1) as T;
  const found: Histories = { deals: [], handovers: [], events: new Map(), points: [], ratings: [], checks: [], efforts: [] };
  const record = async (stream: string, kind: "DEAL" | "HANDOVER", list: readonly Omit<EventRow, "stream" | "seq">[]) => {
    const rows = list.map((event, i): EventRow => ({ ...event, stream, seq: i + 1 }));
    found.events.set(stream, rows);
    for (const { seq, type, actor, at, to } of rows)
      await insert("Event", { id: newId(), stream, streamKind: kind, seq, type, actor, at, payload: JSON.stringify({ ...(to && { to }), until: "2030-01-20", ...saidIn({ stream, seq, type, actor, at }) }) });
  };

  for (let i = 0; i < count; i++) {
    const [id, start] = [newId(), new Date(now.getTime() - Math.floor(random() * 90 + 1) * DAY - (random() < 0.5 ? 0 : 3_600_000))];
    const ownerId = one(sellers);
    const contactOwner = past(start, one(sellers), (value) => (random() < 0.3 ? one(sellers.filter((other) => other !== value)) : null));
    const stage = past<DealHistory["stage"][number]["value"]>(start, "PROSPECT", (value) => (random() < 0.85 && STAGES[value].length > 0 ? one(STAGES[value]) : null));
    const amount = () => `${Math.floor(random() * 9_000_000)} ${one(["EUR", "USD", "JPY"])}`;
    const value = past(start, amount(), () => (random() < 0.3 ? amount() : null));
    const dealTeams = some(deliveryTeams);
    const [minor, currency] = last(value).value.split(" ");
    const won = last(stage).value === "WON" ? last(stage).from : null;

    const risk = past(start, "none", () => (random() < 0.6 ? one(["deal.atRiskRequested", "deal.atRiskApproved", "deal.atRiskApproved", "deal.atRiskDeclined", "deal.signed", "deal.moved", "deal.lost"]) : null)).slice(1);
    const dealEvents = risk.map(({ value: type, from }) => ({ type: type === "deal.lost" ? "deal.moved" : type, actor: `user:${ownerId}`, at: from, ...(type === "deal.lost" ? { to: "LOST" } : type === "deal.moved" ? { to: "PROPOSAL" } : {}) }));
    const decisive = risk.filter(({ value: type }) => type !== "deal.moved").at(-1);
    const approvedAt = decisive?.value === "deal.atRiskApproved" ? decisive.from : null;
    await insert("Deal", {
      id, clientId, name: `Deal ${i}`, stage: last(stage).value, valueMinor: minor, currency, contactOwnerId: last(contactOwner).value, ownerId, wonAt: won,
      atRiskApprovedAt: approvedAt, atRiskUntil: approvedAt && new Date("2030-01-20T23:59:59.999Z"), signedOn: decisive?.value === "deal.signed" ? decisive.from : null, createdAt: start,
    });
    for (const teamId of dealTeams) await insert("DealTeam", { dealId: id, teamId });
    await keep(id, "STAGE", stage);
    await keep(id, "OWNER", contactOwner);
    await keep(id, "VALUE", value);
    await record(id, "DEAL", dealEvents);

    const handovers: HandoverHistory[] = [];
    for (let n = 0; n < 2; n++) {
      if (random() < 0.25 || (n > 0 && handovers[0]?.status.at(-1)?.value !== "WITHDRAWN")) continue;
      const begun = new Date((handovers[0]?.status.at(-1)?.from ?? start).getTime() + Math.floor(random() * 5 * DAY));
      if (begun >= now) continue;
      const status = past<HandoverHistory["status"][number]["value"]>(begun, "DRAFT", (state) => (random() < 0.9 && NEXT[state].length > 0 ? one(NEXT[state]) : null));
      const handoverId = newId();
      const owners = past(begun, one(sellers), () => (random() < 0.25 ? one(sellers) : null));
      const teamIds = some(deliveryTeams);
      const dealOwnerId = one(sellers);
      const firstSubmitAt = status.find((span) => span.value === "SUBMITTED")?.from ?? null;
      await insert("Handover", {
        id: handoverId, dealId: id, status: last(status).value, statusSince: last(status).from, contactOwnerId: last(owners).value, dealOwnerId, accountableId: last(owners).value,
        firstSubmitAt, createdAt: begun, updatedAt: begun,
      });
      for (const teamId of teamIds) await insert("HandoverTeam", { handoverId, teamId });
      await keep(handoverId, "STATUS", status);
      await keep(handoverId, "OWNER", owners);
      await record(handoverId, "HANDOVER", await reviewOf(status, handoverId));
      handovers.push({ id: handoverId, dealOwnerId, teamIds, firstSubmitAt, status, contactOwner: owners, value });
    }
    found.handovers.push(...handovers);
    found.deals.push({ id, ownerId, teamIds: dealTeams, stage, contactOwner, value, handovers });
  }
  return found;

  /** What a rating or an answer says, kept for the reference functions as well. */
  function saidIn({ stream, seq, type, actor, at }: EventRow): object {
    if (type === "rating.given") {
      const said = { side: one(["BRIEF", "BRIEF", "ACCEPTANCE"] as const), score: 1 + Math.floor(random() * 5) };
      found.ratings.push({ stream, seq, actor, at, ...said });
      return { ...said, sentence: "As agreed." };
    }
    if (type !== "briefCheck.answered") return {};
    const verdict = one(["RIGHT", "MOSTLY", "WRONG"] as const);
    const said = { verdict, fields: verdict === "RIGHT" ? [] : [...new Set([one(FIELDS), one(FIELDS)])] };
    found.checks.push({ stream, seq, at, ...said });
    return { ...said, sentence: "" };
  }

  /** The events of a review, with decisions that are taken back a few seconds later here and there, also across an instant that is asked for. */
  async function reviewOf(status: HandoverHistory["status"], handoverId: string) {
    const events: Omit<EventRow, "stream" | "seq">[] = [];
    const by = () => `user:${one(holders)}`;
    const point = async (createdAt: Date, undoneAt: Date | null) => {
      const row: PointRow = { handoverId, reason: one(REASONS), field: one(FIELDS), createdAt, undoneAt };
      found.points.push(row);
      await insert("ReturnPoint", { id: newId(), version: 1, keyId: newId(), byId: one(holders), needed: "More.", ...row });
    };
    const first = status.find(({ value }) => value === "SUBMITTED");
    const begun = status[0];
    if (first && begun && random() < 0.9) {
      const counted = { prefilledStayed: Math.floor(random() * 20), prefilledChanged: Math.floor(random() * 5), typed: Math.floor(random() * 40) };
      found.efforts.push({ handoverId, begunAt: begun.from, submittedAt: first.from, ...counted });
      await insert("BriefVersion", { handoverId, version: 1, content: "{}", digest: "", createdById: one(holders), createdAt: first.from, ...counted });
      const again = status.findLast(({ value }) => value === "SUBMITTED"); // a later version is none of the first
      if (again && again !== first) await insert("BriefVersion", { handoverId, version: 2, content: "{}", digest: "", createdById: one(holders), createdAt: again.from, ...counted, typed: 99 });
    }
    /** Hours after an acceptance, at most now. */
    const after = (from: Date, n: number) => new Date(Math.min(from.getTime() + n * 7 * 3_600_000, now.getTime() - 1));
    for (const { value, from } of status) {
      const before = (seconds: number) => new Date(from.getTime() - seconds * 1000);
      if (value === "SUBMITTED") events.push({ type: "handover.submitted", actor: by(), at: from });
      if ((value === "ACCEPTED" || value === "RETURNED") && random() < 0.4) {
        const type = one(["key.accepted", "handover.returned"]);
        events.push({ type, actor: by(), at: before(60) }, { type: type === "key.accepted" ? "key.reopened" : "handover.returnUndone", actor: by(), at: before(53) });
        if (type === "handover.returned") await point(before(60), before(53));
      }
      if ((value === "ACCEPTED" || value === "RETURNED") && random() < 0.5) events.push({ type: "key.accepted", actor: by(), at: before(30) });
      if (value === "ACCEPTED") events.push({ type: "handover.accepted", actor: by(), at: from });
      if (value === "RETURNED") {
        events.push({ type: "handover.returned", actor: by(), at: from });
        for (let n = 0; n < 3; n++) if (random() < 0.6) await point(from, null);
        if (random() < 0.5) events.push({ type: "handover.managersAsked", actor: "system:askManagers", at: new Date(from.getTime() + 10_000) });
      }
      if (value === "ACCEPTED") {
        for (let n = 0; n < 4; n++) if (random() < 0.6) events.push({ type: "rating.given", actor: by(), at: after(from, n + 1) });
        for (let n = 0; n < 2; n++) if (random() < 0.6) events.push({ type: "briefCheck.answered", actor: by(), at: after(from, n + 5) });
      }
      if (value === "IN_DELIVERY") events.push({ type: "handover.started", actor: by(), at: from });
    }
    return events;
  }
}
