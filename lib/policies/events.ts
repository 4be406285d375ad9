import * as z from "zod";
import { FORM_KINDS } from "./fields/policy-form";
import { POLICY_KINDS } from "./format";
import { defineEvent as define, type EventDefinition } from "@/lib/events/define";

const draft = z.strictObject({ policyId: z.uuid(), teamId: z.uuid(), team: z.string(), version: z.int() });

const version = z.strictObject({ policyId: z.uuid(), kind: z.enum(FORM_KINDS), version: z.int(), /** Whose it is, where each team has its own. */ team: z.string().optional() });
const named = ({ kind, version: number, team }: z.output<typeof version>) =>
  `version ${number} of the ${POLICY_KINDS[kind].label.toLowerCase()} ${team === undefined ? "policy" : `of ${team}`}`;

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string) =>
  define<P>({ stream: "ORGANISATION", payload, sentence, audience: [] } satisfies EventDefinition<P>);

const MOST_SAID = 5;

/** What happens to the definitions that the organisation sets for itself (B6). Typing in a draft is no event. */
export const POLICY_EVENTS = {
  "policy.draftBegun": defineEvent(draft, (p) => `began version ${p.version} of the brief template of ${p.team}`),
  "policy.draftDiscarded": defineEvent(draft, (p) => `discarded the draft of version ${p.version} of the brief template of ${p.team}`),
  "policy.published": defineEvent(
    draft.extend({ changes: z.array(z.string()) }),
    ({ version, team, changes }) => `published version ${version} of the brief template of ${team}${changes.length === 0 ? "" : `: ${told(changes)}`}`,
  ),  "policy.versionDrafted": defineEvent(version, (p) => `began ${named(p)}`),
  "policy.versionDiscarded": defineEvent(version, (p) => `discarded the draft of ${named(p)}`),
  /** Each manager is told, as long as the draft stands as it was asked for. */
  "policy.consentAsked": define({
    stream: "ORGANISATION", audience: ["named"], payload: version.extend({ revision: z.int(), changes: z.array(z.string()), userIds: z.array(z.uuid()) }),
    sentence: (p) => `asks managers to consent to ${named(p)}: ${told(p.changes)}`,
  }),
  "policy.versionConsented": defineEvent(version.extend({ revision: z.int() }), (p) => `consented to ${named(p)}, as it stood in revision ${p.revision} of its draft`),
  "policy.versionPublished": defineEvent(
    version.extend({ changes: z.array(z.string()), consents: z.array(z.string()) }),
    (p) => `published ${named(p)}${p.consents.length > 0 ? ` with the consent of ${p.consents.join(" and ")}` : ""}: ${told(p.changes)}`,
  ),
};

const told = (changes: readonly string[]) =>
  changes.length > MOST_SAID ? `${changes.slice(0, MOST_SAID).join("; ")}; and ${changes.length - MOST_SAID} more` : changes.join("; ");
