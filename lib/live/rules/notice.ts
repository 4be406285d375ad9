/** What a notice of the channel `live` says: something happened to a handover, of a person's, or somebody came or went. */
export type Notice = { kind: "handover" | "person" | "presence"; id: string };

const KINDS: Record<string, Notice["kind"]> = { h: "handover", u: "person", p: "presence" };
const SHAPE = /^([hup]) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no notice of ours. */
export function readNotice(payload: string): Notice | null {
  const [, letter = "", id = ""] = SHAPE.exec(payload) ?? [];
  const kind = KINDS[letter];
  return kind === undefined ? null : { kind, id };
}

/** What a browser is told: which handovers that it may see changed, and never what or by whom. */
export type Told = {
  handovers?: string[];
  presence?: string[];
  /** Something of the person's own: the inbox, the notices. */
  mine?: true;
  /** The database was away, or too much happened: look at everything again. */
  all?: true;
};

/** So many ids are told one by one; beyond, "look again" is shorter. */
export const TOLD_AT_MOST = 50;

/** What was not sent yet, together with what came since. */
export function merged(before: Told, more: Told): Told {
  if (before.all || more.all) return { all: true };
  const handovers = [...new Set([...(before.handovers ?? []), ...(more.handovers ?? [])])];
  const presence = [...new Set([...(before.presence ?? []), ...(more.presence ?? [])])];
  if (handovers.length + presence.length > TOLD_AT_MOST) return { all: true };
  return { ...(handovers.length > 0 && { handovers }), ...(presence.length > 0 && { presence }), ...((before.mine || more.mine) && { mine: true as const }) };
}
