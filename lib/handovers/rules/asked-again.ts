import type { Answers } from "./answers";
import { type GivenKey, keysReopened } from "./keys";
import type { Change } from "./versions";
import type { Field } from "../fields/types";

type Facts = {
  key: GivenKey & { state: "OPEN" | "ACCEPTED" | "RETURNED"; acceptedVersion: number | null };
  /** The last decision on this key that stood before this version; null where nobody decided on it. */
  last: { did: "accepted" | "returned"; version: number } | null;
  version: number;
  /** Between the version that was decided on and this one. */
  changes: readonly Change[];
  before: Answers;
  after: Answers;
  fieldOf: (id: string) => Field | undefined;
};

/** Why a key is asked again, or is not (B4), with the fields that decide it. */
export type Asked = { isAsked: boolean; rule: "B4"; reason: string; fields: string[] };

/** Told to each reviewer after a resubmission (B4); null for the first version that somebody reads. */
export function askedAgain({ key, last, version, changes, before, after, fieldOf }: Facts): Asked | null {
  const concerned = keysReopened({ given: [key], changes, before, after, fieldOf })[0];
  const fields = concerned?.fields ?? [];
  if (key.state === "ACCEPTED") {
    if (key.acceptedVersion === null || key.acceptedVersion >= version) return null;
    return { isAsked: false, rule: "B4", fields: [], reason: `You are not asked again: nothing that your key covers has changed since version ${key.acceptedVersion}, which you accepted.` };
  }
  if (last === null) return null;
  if (last.did === "returned") return { isAsked: true, rule: "B4", fields, reason: `You are asked again because you returned version ${last.version}.` };
  return fields.length > 0
    ? { isAsked: true, rule: "B4", fields, reason: `You accepted version ${last.version}, and are asked again because ${fields.length === 1 ? "an answer" : `${fields.length} answers`} that your key covers changed.` }
    : { isAsked: true, rule: "B4", fields, reason: `You accepted version ${last.version}, and are asked again because somebody returned it and no other key had to be asked.` };
}
