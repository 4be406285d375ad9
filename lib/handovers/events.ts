import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { ItemState, KeyRole, MaterialKind, PromiseContract, PromiseStatus, ReturnReason } from "@/lib/platform/generated/enums";
import { listText } from "@/lib/platform/intl";
import { RETURN_REASONS } from "./format";
import { closeHandoverInput, condition, returnPoint } from "./schema";

const name = z.string();
const key = z.strictObject({ keyId: z.uuid(), role: z.enum(KeyRole), team: name.nullable(), briefVersion: z.int() });
type Key = z.output<typeof key>;
const keyName = ({ role, team }: Pick<Key, "role" | "team">) => (role === "PM" ? "PM" : `${team ?? ""} team lead`.trim());
const conditions = (list: readonly unknown[]) =>
  list.length === 0 ? "" : `, with ${list.length} ${list.length === 1 ? "condition" : "conditions"}`;
const andComments = (n = 0) => (n === 0 ? "" : `, ${n === 1 ? "one comment" : `${n} comments`} besides`);
const points = (n: number) => `${n} ${n === 1 ? "point" : "points"}`;

const defineEvent = <P extends z.ZodType>(
  payload: P,
  sentence: (payload: z.output<P>) => string,
  audience: readonly Audience[] = [],
  undoes?: true,
) => define<P>({ stream: "HANDOVER", payload, sentence, audience, ...(undoes && { undoes }) } satisfies EventDefinition<P>);

/** How many remarks went out with a decision, besides the points of a return. */
const comments = z.int().optional();
/** Which thread, and what its field is called; never what was said, since not everybody may read each field. */
const thread = z.strictObject({ threadId: z.uuid(), field: z.string(), label: name });
const renamed = z.strictObject({ from: name.nullable(), to: name, reason: z.string(), userId: z.uuid() });

const decided = z.strictObject({ version: z.int(), kind: z.enum(MaterialKind), team: name.nullable(), note: z.string() });
const side = ({ kind, team }: { kind: string; team: string | null }) => (kind === "COMMERCIAL" ? "commercial" : `technical${team ? `, ${team},` : ""}`);

/** What happens to handovers: what is kept, how it is told, and to whom. */
export const HANDOVER_EVENTS = {
  "handover.begun": defineEvent(z.strictObject({ deal: name }), (p) => `began the handover of ${p.deal}`),
  "handover.submitted": defineEvent(
    z.strictObject({ briefVersion: z.int(), digest: z.string(), answered: z.int(), standing: z.array(name) }),
    (p) => `submitted version ${p.briefVersion} of the brief${p.answered > 0 ? `, answering ${points(p.answered)}` : ""}`,
    ["keyHolders"],
  ),
  "key.accepted": defineEvent(
    key.extend({ conditions: z.array(condition), comments }),
    (p) => `accepted version ${p.briefVersion} as ${keyName(p)}${conditions(p.conditions)}${andComments(p.comments)}; others still decide`,
    ["contactOwner"],
  ),
  "key.reopened": defineEvent(key, (p) => `took back the acceptance as ${keyName(p)}`, [], true),
  "handover.accepted": defineEvent(
    key.extend({ conditions: z.array(condition), comments }),
    (p) => `accepted version ${p.briefVersion} as ${keyName(p)}${conditions(p.conditions)}${andComments(p.comments)}: the handover is accepted`,
    ["contactOwner", "dealOwner", "keyHolders"],
  ),
  "handover.acceptanceUndone": defineEvent(key, (p) => `took back the acceptance as ${keyName(p)}`, [], true),
  "handover.returned": defineEvent(
    key.extend({ points: z.array(returnPoint), comments }),
    (p) => `returned version ${p.briefVersion} as ${keyName(p)} with ${points(p.points.length)} to mend${andComments(p.comments)}`,
    ["contactOwner", "keyHolders"],
  ),
  "handover.returnUndone": defineEvent(key, () => "took back the return", [], true),
  "handover.pointsAdded": defineEvent(
    key.extend({ points: z.array(returnPoint), comments }),
    (p) => `added ${points(p.points.length)} to the return as ${keyName(p)}${andComments(p.comments)}`,
    ["contactOwner"],
  ),
  "comment.answered": defineEvent(
    thread.extend({ userId: z.uuid() }), (p) => `answered a comment on “${p.label}”`, ["named"],
  ),
  "comment.resolved": defineEvent(thread, (p) => `marked a comment on “${p.label}” as resolved`),
  "comment.reopened": defineEvent(thread, (p) => `opened a comment on “${p.label}” again`),
  "brief.mended": defineEvent(
    key.extend({ field: z.string(), rowId: z.uuid().nullable(), label: name, before: z.string(), after: z.string() }),
    (p) => `mended a typo in “${p.label}”, which made version ${p.briefVersion}`,
    ["contactOwner"],
  ),
  "handover.managersAsked": defineEvent(
    z.strictObject({ reason: z.enum(ReturnReason), managers: z.array(name) }),
    (p) => `asked ${listText(p.managers) || "nobody"} to help: it was returned twice for the same reason, “${RETURN_REASONS[p.reason]}”`,
    ["salesManagers", "deliveryManagers"],
  ),
  "handover.templateMoved": defineEvent(
    z.strictObject({ team: name, from: z.int(), to: z.int(), added: z.int(), removed: z.int() }),
    (p) => `moved the brief from version ${p.from} to version ${p.to} of the template of ${p.team}: ${p.added} asked anew, ${p.removed} no longer asked`,
  ),
  "handover.withdrawn": defineEvent(
    z.strictObject({ reason: z.string() }),
    (p) => `withdrew the handover: ${p.reason}`,
    ["keyHolders", "salesManagers"],
  ),
  "handover.started": defineEvent(z.strictObject({}), () => "started delivery", ["keyHolders"]),
  "handover.closed": defineEvent(
    closeHandoverInput.pick({ outcome: true, reason: true }),
    (p) => `closed the handover as ${p.outcome.toLowerCase()}${p.reason ? `: ${p.reason}` : ""}`,
    ["keyHolders", "deliveryManagers"],
  ),
  "handover.teamsSet": defineEvent(z.strictObject({ teams: z.array(name) }), (p) => `set the delivery teams: ${p.teams.join(", ")}`),
  "handover.peopleNamed": defineEvent(
    z.strictObject({ pm: name.nullable(), leads: z.array(z.strictObject({ team: name, lead: name.nullable() })) }),
    (p) =>
      `named ${p.pm ?? "nobody"} as PM` +
      p.leads.map(({ team, lead }) => `, ${lead ?? "nobody"} as ${team} team lead`).join(""),
  ),
  "handover.pmReassigned": defineEvent(
    renamed, (p) => `made ${p.to} the PM instead of ${p.from ?? "nobody"}: ${p.reason}`, ["named", "keyHolders"],
  ),
  "handover.leadReassigned": defineEvent(
    renamed.extend({ team: name }),
    (p) => `made ${p.to} the ${p.team} team lead instead of ${p.from ?? "nobody"}: ${p.reason}`,
    ["named", "pm"],
  ),
  "handover.contactOwnerReassigned": defineEvent(
    renamed, (p) => `made ${p.to} the contact owner instead of ${p.from ?? "nobody"}: ${p.reason}`, ["named", "pm"],
  ),
  "handover.dealOwnerChanged": defineEvent(
    renamed.omit({ reason: true }), (p) => `made ${p.to} the deal owner instead of ${p.from ?? "nobody"}`, ["named"],
  ),
  "checklist.ticked": defineEvent(
    z.strictObject({ item: name, from: z.enum(ItemState), to: z.enum(ItemState), note: z.string() }),
    (p) => `${{ DONE: "did", SKIPPED: "skipped", OPEN: "re-opened" }[p.to]} “${p.item}”${p.note ? `: ${p.note}` : ""}`,
  ),
  "promise.updated": defineEvent(
    z.strictObject({
      promise: z.string(),
      from: z.strictObject({ status: z.enum(PromiseStatus), contract: z.enum(PromiseContract).nullable() }),
      to: z.strictObject({ status: z.enum(PromiseStatus), contract: z.enum(PromiseContract).nullable() }),
      note: z.string(),
    }),
    (p) => `marked the promise “${p.promise}” ${inWords(p.to.status)}${p.to.contract ? `, ${inWords(p.to.contract)}` : ""}`,
  ),
  "brief.amended": defineEvent(
    z.strictObject({ version: z.int(), digest: z.string(), reason: z.string(), fields: z.array(name), userIds: z.array(z.uuid()) }),
    (p) => `amended the brief, version ${p.version}${p.userIds.length > 0 ? ", which waits to be confirmed" : ""}: ${p.reason}`,
    ["named", "keyHolders"],
  ),
  "amendment.confirmed": defineEvent(decided, (p) => `confirmed the ${side(p)} side of version ${p.version}${p.note ? `: ${p.note}` : ""}`, ["pm"]),
  "amendment.refused": defineEvent(decided, (p) => `refused the ${side(p)} side of version ${p.version}: ${p.note}`, ["pm"]),
  "amendment.discarded": defineEvent(
    z.strictObject({ version: z.int(), fields: z.array(name) }), (p) => `took back changes to ${p.fields.length === 1 ? "one answer" : `${p.fields.length} answers`}: the brief reads as version ${p.version} again`,
  ),
  "condition.met": defineEvent(z.strictObject({ text: z.string() }), (p) => `met the condition “${p.text}”`, ["keyHolders"]),
  "attendee.added": defineEvent(
    z.strictObject({ person: name, userId: z.uuid(), reason: z.string(), personMinutes: z.int() }),
    (p) => `added ${p.person} to the first call (${p.personMinutes} person-minutes): ${p.reason}`,
    ["named"],
  ),
  "attendee.waived": defineEvent(
    z.strictObject({ person: name, userId: z.uuid(), reason: z.string() }),
    (p) => `waived ${p.person} from the first call: ${p.reason}`,
    ["contactOwner", "pm"],
  ),
  "attendee.exceptionEnded": defineEvent(
    z.strictObject({ person: name }), (p) => `took back the exception for ${p.person}`,
  ),
};

const inWords = (value: string) => value.toLowerCase().replaceAll("_", " ");
