import type { UserActor } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";
import { readableBy, type ReaderFacts } from "@/lib/handovers/rules/visibility";
import type { Visibility } from "@/lib/policies/fields";

/** Briefs that somebody has a relation to, and which of their fields it lets them read; of a manager's teams they may be very many. */
export type Reading = { readers: string[]; readable: Visibility[]; isMany: boolean };

const NOBODY: ReaderFacts = { status: "SUBMITTED", contactOwnerId: "", dealOwnerId: "", collaboratorIds: [], pmId: null, leadIds: [], isManager: false };

/**
 * Whose briefs this person searches, by relation: `w` writers, `p` the PM, `l` a lead, `t` a delivery team, `o` an owner in
 * a sales team that the person manages. `index_brief` writes the same letters beside each brief; together they say what
 * `scope` and `readableBy` say. `ownerIds` are the members of the sales teams that the person manages.
 */
export function readingsOf({ id, memberships }: Pick<UserActor, "id" | "memberships">, ownerIds: readonly string[]): Reading[] {
  const managed = teamsAs(memberships, "MANAGER", "DELIVERY");
  const relations: [string[], ReaderFacts, boolean?][] = [
    [[`w${id}`], { ...NOBODY, contactOwnerId: id }],
    [[`p${id}`], { ...NOBODY, pmId: id }],
    [[`l${id}`], { ...NOBODY, leadIds: [id] }],
    [[...managed.map((team) => `t${team}`), ...ownerIds.map((owner) => `o${owner}`)], { ...NOBODY, isManager: true }, true],
  ];
  const readings = new Map<string, Reading>();
  for (const [readers, facts, isMany = false] of relations) {
    const readable = [...readableBy(id, facts)].sort();
    const key = `${isMany} ${readable.join()}`;
    if (readers.length > 0) readings.set(key, { readable, isMany, readers: [...(readings.get(key)?.readers ?? []), ...readers] });
  }
  return [...readings.values()];
}
