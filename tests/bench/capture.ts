import pg from "pg";
import { mint, type UserActor } from "@/lib/auth/ctx";
import { acceptKey } from "@/lib/handovers/commands/decide";
import { prisma } from "@/lib/platform/db";

/** One statement as it went to Postgres. In its values `{0}`, `{1}`, ... stand for ids that are new at every run. */
export type Statement = { text: string; values: unknown[] };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What one acceptance really sends to Postgres, recorded from the command itself: the bare handler replays it, so that
 * both do the same work in the database.
 */
export async function captureAcceptance(pmId: string, { id, keyId }: { id: string; keyId: string }): Promise<Statement[]> {
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: pmId }, select: { id: true, name: true, isAdmin: true, memberships: { select: { teamId: true, role: true, team: { select: { kind: true } } } } },
  });
  const actor: UserActor = { type: "user", ...user, memberships: user.memberships.map(({ teamId, role, team }) => ({ teamId, role, kind: team.kind })) };
  const began = Date.now();
  const seen: Statement[] = [];
  const original = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query")?.value as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const { text, values } = typeof first === "string" ? { text: first, values: second } : (first as { text: string; values?: unknown });
    if (typeof text === "string") seen.push({ text, values: Array.isArray(values) ? values : [] });
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    await acceptKey(mint({ actor, now: new Date(), requestId: "bench" }), { id, keyId, briefVersion: 1, conditions: [] });
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  await prisma.$disconnect();
  const fresh = new Map<string, string>();
  /** A uuid v7 begins with its time in milliseconds: what is younger than the recording was made by it. */
  const mark = (uuid: string) => {
    if (uuid === id) return "{handover}";
    if (uuid === keyId) return "{key}";
    const isNew = uuid[14] === "7" && parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16) >= began;
    if (!isNew) return uuid;
    if (!fresh.has(uuid)) fresh.set(uuid, `{${fresh.size}}`);
    return fresh.get(uuid) ?? uuid;
  };
  const marked = (value: unknown): unknown =>
    typeof value === "string" ? value.replace(UUID, mark)
    : Array.isArray(value) ? value.map(marked)
    : value instanceof Date ? value.toISOString()
    : value !== null && typeof value === "object" && !Buffer.isBuffer(value) ? JSON.parse(JSON.stringify(value).replace(UUID, mark))
    : value;
  return seen.filter(({ text }) => !/^SELECT 1$/i.test(text)).map(({ text, values }) => ({ text: text.replace(UUID, mark), values: values.map(marked) }));
}
