import "server-only";
import { actorText, type Ctx } from "@/lib/auth/ctx";
import { type EventType, readEvent } from "@/lib/events/registry";
import { namesOf } from "@/lib/auth/names";
import { type Db, db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { ReturnReason } from "@/lib/platform/generated/enums";
import { SECTIONS } from "@/lib/policies/fields";
import { GROUPS } from "../fields";
import type { Field } from "../fields/types";
import { attendeeChanges } from "../rules/attendees";
import { mayRead } from "../rules/comments";
import { decides, decidesOn } from "../rules/covers";
import type { GivenKey } from "../rules/keys";
import { promiseRows, reconciliationRefusal, unreconciledPromises } from "../rules/promises";
import { inReadingOrder, readingOf, type ReadSection } from "../rules/reading";
import { forReader } from "../rules/visibility";
import { earlyInvolvement } from "./early-involvement";
import { getHandover, type HandoverHead, type HeadKey } from "./handover";
import { fieldsOf, type FrozenVersion, getVersion, namesIn, type ShownChanges, shownChanges } from "./versions";

export type ShownPoint = {
  id: string; version: number; field: string; rowId: string | null; label: string; reason: ReturnReason; needed: string; suggestion: string;
  by: string; isMine: boolean; at: string;
};

/** What a point can be about: a field or a cell of a row, by its name, in the order of the brief. */
export type PointTarget = { field: string; rowId: string | null; section: string; label: string };

/** By list: what a row is called, and the cells of it that a comment can be about; the first is the row's title, and stands for the whole. */
export type CellTargets = Partial<Record<string, { one: string; cells: { field: string; label: string }[] }>>;

export type Review = Awaited<ReturnType<typeof getReview>>;

/**
 * All that a reviewer reads to decide (P1.7): the frozen version under review, never the draft; what changed since this
 * person last decided; and the key to turn. `keyId` chooses among several keys of one person.
 */
export async function getReview(ctx: Ctx, { id, keyId }: { id: string; keyId?: string }) {
  const head = await getHandover(ctx, id);
  if (head.briefVersion === 0) throw new AppError("NOT_FOUND");
  const database = db(ctx);
  const whole = await getVersion(database, id, head.briefVersion);
  const readable = new Set(head.readable);
  const asked = await fieldsOf(database, whole.content);
  const { fields, answers } = forReader({ fields: asked, answers: whole.content.answers }, readable);
  const content = { ...whole.content, answers };
  const frozen = { ...whole, content };
  const points = await pointsOf(database, head, asked);
  const key = chosenKey(head.keys, keyId);
  const decided = key && decides(givenKey(head, key), { fields: asked, answers: whole.content.answers });
  const mine = decided ? fields.filter((field) => decidesOn(decided, field)) : fields;
  const seen = await seenBefore(database, ctx, head);
  const before = seen === null ? null : await getVersion(database, id, seen);
  const names = namesIn(content);
  const sections = inReadingOrder(readingOf({ fields, answers: content.answers, names, readable }), key?.role ?? "PM");
  const promises = promiseRows(content.answers);
  return {
    head, frozen, sections, key, points: points.filter(({ version }) => version === head.briefVersion),
    topThree: sections.flatMap(({ fields: read }) => read).find((one) => one.id === "delivery.topThree")?.text ?? "",
    /** What the key decides on; null for who holds none. */
    decided,
    /** The fields and cells on which its holder comments (P1.7). */
    decidedFields: new Set(decided ? mine.map((field) => field.id) : []),
    targets: targetsOf(mine, sections),
    cells: decided ? cellsOfRows(mine, sections) : {},
    promises: promises.map((promise) => ({ ...promise, owner: promise.ownerId ? (names.get(promise.ownerId) ?? "") : "" })),
    /** That complex work came without anybody of delivery (P6.2). */
    uninvolved: await earlyInvolvement(database, { dealId: head.deal.id, complexity: whole.content.complexity.class }),
    unreconciled: unreconciledPromises(promises).map(({ text }) => text),
    /** What the command would say to an acceptance without conditions, and with one. */
    acceptRefusal: head.viewer.moves.accept ?? head.startRefusal ?? reconciliationRefusal(promises, 0),
    conditionsRefusal: head.viewer.moves.accept ?? head.startRefusal,
    changed: before && {
      version: before.version,
      asked: points.filter((point) => point.version < head.briefVersion && point.version >= before.version),
      fields: shownChanges({ before: before.content, after: content, fields: asked, readable: head.readable }) as ShownChanges,
      attendees: attendeeChanges(before.content.attendees, content.attendees).map(({ sentence }) => sentence),
    },
  };
}

/** The key that was asked for, if it is this person's; else the one that waits, else any of theirs. */
function chosenKey(keys: readonly HeadKey[], keyId: string | undefined): HeadKey | null {
  const mine = keys.filter(({ isMine }) => isMine);
  return mine.find(({ id }) => id === keyId) ?? mine.find(({ state }) => state === "OPEN") ?? mine[0] ?? null;
}

/** A key as the rules know it. */
export function givenKey({ teams }: Pick<HandoverHead, "teams">, { id, role, teamId }: HeadKey): GivenKey {
  const team = teams.find((one) => one.id === teamId);
  return { id, role, team: team ? { id: team.id, slug: team.slug } : null };
}

const DECISIONS: readonly EventType[] = ["key.accepted", "handover.accepted", "handover.returned", "handover.pointsAdded"];

/** The last version that this person decided on; for somebody who never did, the one before this. Null for the first. */
async function seenBefore(database: Db, ctx: Ctx, { id, briefVersion }: HandoverHead): Promise<number | null> {
  if (briefVersion < 2) return null;
  const rows = await database.event.findMany({
    where: { stream: id, actor: actorText(ctx.actor), type: { in: [...DECISIONS] } },
    select: { type: true, payload: true },
  });
  const decided = rows.flatMap((row) => {
    const data = readEvent(row)?.data;
    const version = typeof data === "object" && data !== null && "briefVersion" in data ? Number(data.briefVersion) : 0;
    return version > 0 && version < briefVersion ? [version] : [];
  });
  return decided.length > 0 ? Math.max(...decided) : briefVersion - 1;
}

/** The points of all returns that stand, the oldest first; only those about fields that this person may read. */
export async function pointsOf(database: Db, head: Pick<HandoverHead, "id" | "viewer" | "readable">, fields: readonly Field[]): Promise<ShownPoint[]> {
  const all = await database.returnPoint.findMany({ where: { handoverId: head.id, undoneAt: null }, orderBy: [{ version: "asc" }, { id: "asc" }] });
  const readable = new Set(head.readable);
  const rows = all.filter(({ field }) => mayRead(field, fields, readable));
  const names = await namesOf(database, rows.map(({ byId }) => byId));
  return rows.map(({ id, version, field, rowId, reason, needed, suggestion, byId, createdAt }) => ({
    id, version, field, rowId, reason, needed, suggestion, at: createdAt.toISOString(), isMine: byId === head.viewer.id,
    label: fields.find((one) => one.id === field)?.label ?? field,
    by: names.get(byId) ?? "",
  }));
}

function targetsOf(fields: readonly Field[], sections: readonly ReadSection[]): PointTarget[] {
  return sections.flatMap((section) => [
    ...fields.filter((field) => field.section === section.id && field.group === undefined)
      .map(({ id, label }) => ({ field: id, rowId: null, section: SECTIONS[section.id].label, label })),
    ...section.groups.flatMap(({ id: group, label, one, rows }) => {
      const cells = fields.filter((field) => field.group === group);
      const title = cells.find(({ id }) => id === GROUPS[group].title);
      return title
        ? [
            { field: title.id, rowId: null, section: SECTIONS[section.id].label, label: `${label}: a ${one} is missing` },
            ...rows.map((row) => ({ field: title.id, rowId: row.rowId, section: SECTIONS[section.id].label, label: `${label}: ${shortened(row.title)}` })),
          ]
        : [];
    }),
  ]);
}

/** Of the lists that have rows. */
function cellsOfRows(fields: readonly Field[], sections: readonly ReadSection[]): CellTargets {
  return Object.fromEntries(sections.flatMap(({ groups }) => groups).filter(({ rows }) => rows.length > 0).flatMap(({ id, one }) => {
    const title = GROUPS[id].title;
    const cells = fields.filter(({ group }) => group === id).map(({ id: field, label }) => ({ field, label }));
    return cells.some(({ field }) => field === title) ? [[id, { one, cells: [...cells.filter(({ field }) => field === title), ...cells.filter(({ field }) => field !== title)] }]] : [];
  }));
}

const shortened = (text: string) => (text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text);

export type { FrozenVersion };

/** The points of the return that stands, for a page that does not read the brief. */
export async function listOpenPoints(ctx: Ctx, head: HandoverHead): Promise<ShownPoint[]> {
  const { content } = await getVersion(db(ctx), head.id, head.briefVersion);
  const points = await pointsOf(db(ctx), head, await fieldsOf(db(ctx), content));
  return points.filter(({ version }) => version === head.briefVersion);
}
