import type { ContactRole, ContractType } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";
import type { CoreFieldId } from "../fields";
import type { Field, Prefill } from "../fields/types";
import { type ChosenOption, chosenAnswers, chosenRows } from "@/lib/presentations/rules/chosen-option";
import { type Answer, type Answers, type Json, rowsOf, saysSomething, textValueOf, valueOf } from "./answers";
import type { SourceRecord } from "./provenance";
import { secretRefusal } from "./secrets";

/** An earlier handover of the same client that was accepted, as far as this person may read it. */
export type EarlierHandover = { id: string; number: number; acceptedAt: Date; answers: Answers; readable: ReadonlySet<Visibility> };

/** What deal, client and earlier handovers know, as of `now`. */
export type PrefillFacts = {
  client: {
    id: string; legalName: string; industry: string; zone: string; website: string;
    contacts: readonly { id: string; roles: readonly ContactRole[] }[];
  };
  deal: {
    id: string; valueMinor: number; currency: string; contractType: ContractType | null;
    /** yyyy-mm-dd */
    signedOn: string | null;
    signedEvidence: string; source: string;
  };
  /** What the trial tasks of the deal showed, and when it was delivered or evaluated (P6.5). */
  trial: { text: string; sourceId: string; heldAt: Date } | null;
  /** The option that the client chose, as it was presented (P7.5). */
  option: ChosenOption | null;
  /** What the client said in discovery, by field (P7.4). */
  discovery: readonly DiscoveryFact[];
  /** The newest acceptance first. */
  earlier: readonly EarlierHandover[];
};

/** One answer of discovery, or what was said instead: nobody knows yet, or not applicable with a reason. */
export type DiscoveryFact = Pick<Answer, "state" | "value"> & { field: string; reason: string; heldAt: Date };

export type SourceKind = "client" | "deal" | "handover" | "trial" | "option" | "discovery";
/** A value that the portal knows, with where it comes from and when it held there: nobody types it twice (P1.2). */
export type Prefilled = { field: string; rowId: string | null; value: Json; source: SourceKind; sourceId: string; heldAt: Date } & Partial<Pick<Answer, "state" | "reason">>;

/**
 * What makes sense in the next handover of a client: how they work and what runs where. Never scope, promises, dates or
 * money, and nothing that is about one project.
 */
export const CARRIED: ReadonlySet<string> = new Set<CoreFieldId>([
  "client.about", "client.language", "client.channels", "client.cadence", "client.approvals", "client.escalation",
  "delivery.callTimes", "delivery.confidential", "dates.leadTimes",
  "technical.stack", "technical.hosting", "technical.nonStandard", "technical.dataSources",
]);
/** Of a team's own fields, those that describe what is there, in words or a choice, and no contract depends on. */
const CUSTOM_TYPES = ["text", "longText", "url", "yesNo", "choice", "choices"];
export const isCarried = ({ id, section, material, type }: Pick<Field, "id" | "section" | "material" | "type">): boolean =>
  CARRIED.has(id) || (id.startsWith("custom.") && section === "technical" && material === undefined && CUSTOM_TYPES.includes(type));
/** The same of a person at the client, where the client's record has no place for it. */
export const CARRIED_CELLS: readonly CoreFieldId[] = ["contacts.roles", "contacts.influence", "contacts.address", "contacts.watchOuts", "contacts.met"];
/** A brief says more of it than the client's record. */
const BRIEF_FIRST: ReadonlySet<string> = new Set<CoreFieldId>(["client.about"]);

/**
 * What fills the answers of a draft now (P1.2). What the client chose comes first (P7.5), then what they said about this very deal
 * (P7.4), the records of client and deal, and the newest accepted handover that says something fills the rest. `rowOf` names the row of a
 * person at the client (by id), or of a line of the chosen option (`rowKey`); without one it is left out.
 */
export function prefill(fields: readonly Field[], facts: PrefillFacts, { now, rowOf }: { now: Date; rowOf: (key: string) => string | undefined }): Prefilled[] {
  const { client, deal, earlier, trial, option } = facts;
  const known = knownBy(facts);
  const chosen: Record<string, Json> = option ? chosenAnswers(option) : {};
  const ofOption = (field: string, rowId: string | null, value: Json): Prefilled => ({ field, rowId, value, source: "option", sourceId: option?.presentationId ?? "", heldAt: option?.chosenAt ?? now });
  const plain = fields.flatMap((field): Prefilled[] => {
    const { id, group, prefill: from } = field;
    if (group) return [];
    if (chosen[id] !== undefined) return [ofOption(id, null, chosen[id])];
    const said = facts.discovery.find((one) => one.field === id);
    if (said) return [fromDiscovery(said, deal.id)];
    if (from === "deal.trial") return trial ? [{ field: id, rowId: null, value: trial.text, source: "trial", sourceId: trial.sourceId, heldAt: trial.heldAt }] : [];
    const value = from ? (known[from] ?? null) : null;
    const recorded: Prefilled[] = saysSomething(value)
      ? [from?.startsWith("client.") ? { field: id, rowId: null, value, source: "client", sourceId: client.id, heldAt: now } : { field: id, rowId: null, value, source: "deal", sourceId: deal.id, heldAt: now }]
      : [];
    const carried = isCarried(field) ? fromEarlier(earlier, fields, id, ({ answers }) => valueOf(answers, id)) : [];
    return (BRIEF_FIRST.has(id) ? [...carried, ...recorded] : [...recorded, ...carried]).slice(0, 1);
  });
  const people = client.contacts.flatMap(({ id, roles }): Prefilled[] => {
    const rowId = rowOf(id);
    if (rowId === undefined) return [];
    const cell = (field: string, value: Json): Prefilled => ({ field, rowId, value, source: "client", sourceId: client.id, heldAt: now });
    const carried = CARRIED_CELLS.filter((field) => field !== "contacts.roles" || roles.length === 0).flatMap((field) =>
      fromEarlier(earlier, fields, field, ({ answers }) => valueOf(answers, field, rowOfContact(answers, id))).map((one) => ({ ...one, rowId })));
    return [cell("contacts.contact", id), ...(roles.length > 0 ? [cell("contacts.roles", [...roles])] : []), ...carried];
  });
  const lines = (option ? chosenRows(option) : []).flatMap(({ group, title, cells }) => {
    const rowId = rowOf(rowKey(group, title));
    return rowId === undefined ? [] : Object.entries(cells).map(([field, value]) => ofOption(field, rowId, value));
  });
  return [...plain, ...people, ...lines].filter(({ value, reason }) => secretRefusal([value, reason ?? null]) === null); // P1.4: a record may hold what a brief may not
}

/** What was said, as an answer of the brief; of another state than a value, the reason is what it says. */
const fromDiscovery = ({ field, state, value, reason, heldAt }: DiscoveryFact, dealId: string): Prefilled =>
  ({ field, rowId: null, value: state === "VALUE" ? value : null, source: "discovery", sourceId: dealId, heldAt, ...(state !== "VALUE" && { state }), ...(state === "NOT_APPLICABLE" && { reason }) });

/** Which row of the list of people is about somebody; null, which is no row of a list, where none is. */
export const rowOfContact = (answers: Answers, contactId: string): string =>
  rowsOf(answers, "contacts").find((row) => textValueOf(answers, "contacts.contact", row) === contactId) ?? "none";

/** A line of the chosen option, by its list and what it says. */
const rowKey = (group: "risks" | "milestones", title: string): string => `${group}: ${title}`;

/** The row that a key of `prefill` means: a person's, or one that says so or was filled in with it; undefined where there is none yet. */
export function knownRow(key: string, { answers, records }: { answers: Answers; records: readonly SourceRecord[] }): string | undefined {
  const line = /^(risks|milestones): ([\s\S]*)$/.exec(key);
  if (!line) { const row = rowOfContact(answers, key); return row === "none" ? undefined : row; }
  const [field, title] = [line[1] === "risks" ? "risks.text" : "milestones.title", line[2]];
  return (answers.find((one) => one.field === field && one.state === "VALUE" && one.value === title) ?? records.find((one) => one.field === field && one.taken === title))?.rowId ?? undefined;
}

/** The newest acceptance that says something, and that this person may read; the answer's own place is given by the caller. */
function fromEarlier(earlier: readonly EarlierHandover[], fields: readonly Field[], id: string, read: (one: EarlierHandover) => Json): Prefilled[] {
  const field = fields.find((one) => one.id === id);
  if (!field || field.visibility === "commercial") return [];
  const found = earlier.find((one) => one.readable.has(field.visibility) && saysSomething(read(one)));
  return found ? [{ field: id, rowId: null, value: read(found), source: "handover", sourceId: found.id, heldAt: found.acceptedAt }] : [];
}

const knownBy = ({ client, deal }: PrefillFacts): Partial<Record<Prefill, Json>> => ({
  "client.legalName": client.legalName,
  "client.industry": client.industry,
  "client.zone": client.zone,
  "client.website": client.website,
  "deal.value": deal.valueMinor > 0 ? { minor: deal.valueMinor, currency: deal.currency } : null,
  "deal.contractType": deal.contractType,
  "deal.signedOn": deal.signedOn,
  "deal.signedEvidence": evidenceFile(deal.signedEvidence),
  "deal.source": deal.source === "" ? null : `Came to us by: ${deal.source}`,
});

/** Evidence that is a link becomes the file; evidence in words stays on the deal, where the review shows it. */
const evidenceFile = (evidence: string): Json =>
  /^https?:\/\/\S+$/.test(evidence) ? { name: evidence.replace(/^https?:\/\//, "").slice(0, 200), url: evidence } : null;
