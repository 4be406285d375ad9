import type { HandoverStatus } from "@/lib/platform/generated/enums";

type Person = { id: string; name: string };

export type RoleFacts = {
  status: HandoverStatus;
  contactOwner: Person;
  dealOwner: Person;
  pm: Person | null;
  /** The leads who hold a key, each with the team's name. */
  leads: readonly (Person & { team: string })[];
  /** Others in CC: colleagues of sales who wrote the draft. */
  others?: readonly Person[];
};

export type RoleCard = {
  rule: "P8.1";
  accountable: { person: Person; as: string; sentence: string; rule: "B2" };
  supports: { person: Person; as: string; sentence: string }[];
  inCc: { person: Person; as: string; sentence: string }[];
};

const BEFORE: readonly HandoverStatus[] = ["DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN"];

/** Whether sales still answers for a handover in this state (B2). */
export const isBeforeAcceptance = (status: HandoverStatus): boolean => BEFORE.includes(status);

/**
 * The one accountable person (B2): the contact owner until acceptance, the PM from then on. A handover that was
 * accepted has a PM; should it ever lack one, the contact owner stays accountable, so that there is always somebody.
 */
export const accountableFor = ({ status, contactOwner, pm }: Pick<RoleFacts, "status" | "contactOwner" | "pm">): Person =>
  isBeforeAcceptance(status) ? contactOwner : (pm ?? contactOwner);

/** Who is accountable, who supports and who is in CC, in words (P8.1, B2). */
export function roleCard(facts: RoleFacts): RoleCard {
  const { status, contactOwner, dealOwner, pm, leads, others = [] } = facts;
  const person = accountableFor(facts);
  const sales = [
    { person: contactOwner, as: "Contact owner" },
    ...(dealOwner.id === contactOwner.id ? [] : [{ person: dealOwner, as: "Deal owner" }]),
    ...others.filter(({ id }) => id !== contactOwner.id && id !== dealOwner.id).map((one) => ({ person: one, as: "Sales" })),
  ];
  const delivery = [
    ...(pm ? [{ person: pm, as: "PM" }] : []),
    ...leads.map(({ id, name, team }) => ({ person: { id, name }, as: `${team} team lead` })),
  ];
  const isBefore = isBeforeAcceptance(status);
  if (status === "WITHDRAWN") return { rule: "P8.1", accountable: { person, as: "Contact owner", sentence: accountableSentence(person, status), rule: "B2" }, supports: [], inCc: [] };
  const supports = (isBefore ? sales : delivery).filter((one) => one.person.id !== person.id);
  const inCc = (isBefore ? [] : sales).filter((one) => one.person.id !== person.id);
  return {
    rule: "P8.1",
    accountable: { person, as: isBefore || !pm ? "Contact owner" : "PM", sentence: accountableSentence(person, status), rule: "B2" },
    supports: [
      ...supports.map((one) => ({ ...one, sentence: isBefore ? `${one.person.name} may help to write the brief.` : `${one.person.name} supports, for the team's work.` })),
      ...(isBefore ? delivery.map((one) => ({ ...one, sentence: `${one.person.name} reviews the brief.` })) : []),
    ],
    inCc: inCc.map((one) => ({ ...one, sentence: `${one.person.name} stays in CC, and does not take part in the work.` })),
  };
}

function accountableSentence({ name }: Person, status: HandoverStatus): string {
  switch (status) {
    case "DRAFT": return `${name} is accountable, and is writing the brief.`;
    case "SUBMITTED": return `${name} is accountable until the handover is accepted.`;
    case "RETURNED": return `${name} is accountable, and has points to settle before resubmitting.`;
    case "WITHDRAWN": return `${name} was accountable when the handover was withdrawn.`;
    case "ACCEPTED": return `${name} is accountable for the client from now on.`;
    case "IN_DELIVERY": return `${name} is accountable for the delivery.`;
    case "CLOSED": return `${name} was accountable when the handover was closed.`;
  }
}
