import type { HandoverStatus } from "@/lib/platform/generated/enums";
import type { Visibility } from "@/lib/policies/fields";
import { cellsOf, coreField, GROUPS } from "../fields";
import { type Field, GROUP_IDS, type GroupId } from "../fields/types";
import { isWriter } from "../lifecycle";
import { type Answer, type Answers, textValueOf, valueOf } from "./answers";
import { orderField } from "./row-order";

/** Who looks at a brief, as far as it decides what they read. */
export type ReaderFacts = {
  status: HandoverStatus;
  contactOwnerId: string;
  dealOwnerId: string;
  collaboratorIds: readonly string[];
  pmId: string | null;
  /** The leads of its delivery teams. */
  leadIds: readonly string[];
  /** A manager of one of its sales or delivery teams. */
  isManager: boolean;
};

/**
 * TABLE of what each kind of reader reads. Commercial fields, the margin floor among them, are for sales, the PM and
 * managers; internal ones, such as sentiment and what to watch out for, for everybody who is named, and for no developer;
 * a client reads only what is for all.
 */
export const READS = {
  sales: ["all", "internal", "commercial", "technical"],
  pm: ["all", "internal", "commercial", "technical"],
  manager: ["all", "internal", "commercial", "technical"],
  lead: ["all", "internal", "technical"],
  developer: ["all", "technical"],
  client: ["all"],
} as const satisfies Record<string, readonly Visibility[]>;
export type BriefReader = keyof typeof READS;

/** As what somebody in the house reads a brief; whoever is named nowhere reads as a developer. The portal itself reads all. */
export function readerOf(person: string | null, facts: ReaderFacts): Exclude<BriefReader, "client"> {
  if (person === null || facts.isManager) return "manager";
  if (person === facts.pmId) return "pm";
  if (isWriter(person, facts)) return "sales";
  return facts.leadIds.includes(person) ? "lead" : "developer";
}

/** Which fields of a brief somebody reads. */
export const readableBy = (person: string | null, facts: ReaderFacts): ReadonlySet<Visibility> => new Set<Visibility>(READS[readerOf(person, facts)]);

type Readable = { has: (visibility: Visibility) => boolean };

/** Whether a point or a change about this field, cell or whole list may be shown to somebody; what nobody knows is shown to nobody. */
export function isReadable(id: string, fields: readonly Field[], readable: Readable): boolean {
  const field = fields.find((one) => one.id === id) ?? coreField(id) ?? (id in GROUPS ? coreField(GROUPS[id as GroupId].title) : undefined);
  return field !== undefined && readable.has(field.visibility);
}

/** The fields and answers that somebody reads, and nothing else: every door takes a brief through here before it leaves the server. */
export function forReader<A extends Answer>({ fields, answers }: { fields: readonly Field[]; answers: readonly A[] }, readable: Readable): { fields: Field[]; answers: A[] } {
  const read = fields.filter(({ visibility }) => readable.has(visibility));
  const ids = new Set(read.map(({ id }) => id));
  for (const group of GROUP_IDS) if (ids.has(GROUPS[group].title)) ids.add(orderField(group));
  return { fields: read, answers: answers.filter(({ field }) => ids.has(field)) };
}

/** The same for the client: what is for all, without our buffers and without documents that they have not seen. */
export function forClient<A extends Answer>(brief: { fields: readonly Field[]; answers: readonly A[] }): { fields: Field[]; answers: A[] } {
  const { fields, answers } = forReader(brief, new Set<Visibility>(READS.client));
  return { fields, answers: answers.filter(({ field, rowId }) => rowId === null || isRowForClient(field.split(".")[0] ?? "", rowId, brief.answers)) };
}

function isRowForClient(group: string, rowId: string, answers: Answers): boolean {
  if (group === "milestones") return textValueOf(answers, "milestones.kind", rowId) === "client";
  if (group === "documents") return valueOf(answers, "documents.clientSees", rowId) === true;
  return group in GROUPS && cellsOf(group as GroupId).some(({ id, visibility }) => id === GROUPS[group as GroupId].title && visibility === "all");
}
