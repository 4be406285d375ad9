import type { ContactRole, ContractType } from "@/lib/platform/generated/enums";
import type { Field, Prefill } from "../fields/types";
import type { Json } from "./answers";

/** What a deal and its client already know when a handover is begun. */
export type PrefillFacts = {
  client: {
    legalName: string; industry: string; zone: string; website: string;
    contacts: readonly { id: string; roles: readonly ContactRole[] }[];
  };
  deal: {
    valueMinor: number; currency: string; contractType: ContractType | null;
    /** yyyy-mm-dd */
    signedOn: string | null;
    signedEvidence: string; source: string;
  };
};

/** A first value, marked with where it comes from: what the portal knows is typed by nobody twice (P1.2). */
export type Prefilled = { field: string; rowId: string | null; value: Json; source: "client" | "deal" };

/** The first answers of a draft. `rowIds` are new ids for the rows of people, at least one per contact. */
export function prefill(fields: readonly Field[], { client, deal }: PrefillFacts, rowIds: readonly string[]): Prefilled[] {
  const known: Partial<Record<Prefill, Json>> = {
    "client.legalName": client.legalName,
    "client.industry": client.industry,
    "client.zone": client.zone,
    "client.website": client.website,
    "deal.value": deal.valueMinor > 0 ? { minor: deal.valueMinor, currency: deal.currency } : null,
    "deal.contractType": deal.contractType,
    "deal.signedOn": deal.signedOn,
    "deal.signedEvidence": evidenceFile(deal.signedEvidence),
    "deal.source": deal.source === "" ? null : `Came to us by: ${deal.source}`,
  };
  const plain = fields.flatMap(({ id, group, prefill: from }): Prefilled[] => {
    const value = group || !from ? null : (known[from] ?? null);
    if (value === null || value === "") return [];
    return [{ field: id, rowId: null, value, source: from?.startsWith("client.") ? "client" : "deal" }];
  });
  const people = client.contacts.flatMap(({ id, roles }, index): Prefilled[] => {
    const rowId = rowIds[index];
    if (rowId === undefined) return [];
    return [
      { field: "contacts.contact", rowId, value: id, source: "client" },
      ...(roles.length > 0 ? [{ field: "contacts.roles", rowId, value: [...roles], source: "client" as const }] : []),
    ];
  });
  return [...plain, ...people];
}

/** Evidence that is a link becomes the file; evidence in words stays on the deal, where the review shows it. */
const evidenceFile = (evidence: string): Json =>
  /^https?:\/\/\S+$/.test(evidence) ? { name: evidence.replace(/^https?:\/\//, "").slice(0, 200), url: evidence } : null;
