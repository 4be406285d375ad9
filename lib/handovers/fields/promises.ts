import { BOTH, type Field, type Group, PM } from "./types";

/** The explicit word that nothing was promised outside the contract (P1.5). */
export const PROMISES_NONE = "promises.none";

export const PROMISE_FIELDS = [
  {
    id: PROMISES_NONE, section: "promises", label: "No promises were made outside the contract", type: "yesNo",
    ask: "Add the promises that were made, or say that none were made.",
    why: "Saying so is a statement the PM can rely on; an empty list is not.",
    visibility: "all", concerns: PM, required: false, material: "commercial", locked: true,
  },
  {
    id: "promises.nextStep", section: "promises", label: "The next step the client expects", type: "longText",
    why: "The first thing we do should be the thing they are waiting for.",
    example: "A mail by Friday with three times for the first call, and the name of their PM.",
    visibility: "all", concerns: PM, required: false,
  },
] as const satisfies readonly Field[];

export const PROMISES_GROUP = {
  id: "promises", section: "promises", label: "Promises", one: "promise", title: "promises.text",
  why: "Anything the client was told, in the contract or not: delivery will be held to it.",
} as const satisfies Group;

/** Values are those of the database's PromiseContract; none chosen means not yet reconciled (P8.2). */
export const PROMISE_CONTRACT_OPTIONS = [
  { value: "IN_CONTRACT", label: "In the contract" }, { value: "TO_RENEGOTIATE", label: "To renegotiate" },
  { value: "DECLINED", label: "Declined" },
] as const;

export const PROMISE_TYPE_OPTIONS = [
  { value: "scope", label: "Scope" }, { value: "date", label: "Date" }, { value: "price", label: "Price" },
  { value: "person", label: "Person" }, { value: "sla", label: "Service level" }, { value: "other", label: "Other" },
] as const;

export const PROMISE_CELLS = [
  {
    id: "promises.text", group: "promises", section: "promises", label: "What was promised", type: "longText",
    ask: "Enter what was promised.", why: "In the words that the client heard.",
    example: "“We will have the shop ready for the trade fair on 12 March.”",
    visibility: "all", concerns: BOTH, required: true, material: "commercial", locked: true,
  },
  {
    id: "promises.type", group: "promises", section: "promises", label: "About", type: "choice", options: PROMISE_TYPE_OPTIONS,
    ask: "Choose what the promise is about.", why: "A promised date and a promised person are kept by different people.",
    visibility: "all", concerns: PM, required: true, material: "commercial", locked: true,
  },
  {
    id: "promises.contract", group: "promises", section: "promises", label: "In the contract?", type: "choice",
    options: PROMISE_CONTRACT_OPTIONS, ask: "Say whether the promise is in the contract.",
    why: "A promise that is not matched to the contract blocks an acceptance without conditions (P8.2).",
    visibility: "technical", concerns: PM, required: false, material: "commercial", locked: true,
  },
  {
    id: "promises.clause", group: "promises", section: "promises", label: "Clause of the contract", type: "text",
    why: "Sales matches the promise to its clause, so that nobody in delivery has to read the contract for it (P4.4).",
    example: "Annex B, 4.2", visibility: "technical", concerns: PM, required: false, detail: true,
  },
  {
    id: "promises.person", group: "promises", section: "promises", label: "Person who was promised", type: "person",
    ask: "Choose the person who was promised.", why: "The client expects this person, and the PM has to plan with them.",
    visibility: "all", concerns: PM, required: false, material: "commercial", detail: true,
  },
  {
    id: "promises.byWhom", group: "promises", section: "promises", label: "Who said it", type: "person",
    why: "So that the PM can ask what exactly was meant.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "promises.toWhom", group: "promises", section: "promises", label: "To whom", type: "contact",
    ask: "Choose to whom it was said.",
    why: "This person will remember it.", visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "promises.saidOn", group: "promises", section: "promises", label: "When", type: "date",
    ask: "Enter the date on which it was said.", why: "What was said last usually counts.",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "promises.where", group: "promises", section: "promises", label: "Where it was said", type: "text", ask: "Enter where it was said.",
    why: "A mail can be read again, a call cannot.", example: "Mail of 3 November; annex B, 4.2",
    visibility: "internal", concerns: PM, required: false,
  },
  {
    id: "promises.evidence", group: "promises", section: "promises", label: "Evidence", type: "file", ask: "Enter where the evidence is.",
    why: "The mail, the minutes, the recording.", visibility: "internal", concerns: PM, required: false, detail: true,
  },
  {
    id: "promises.owner", group: "promises", section: "promises", label: "Who keeps it", type: "person",
    why: "A promise without an owner is kept by chance.", visibility: "all", concerns: PM, required: false,
  },
  {
    id: "promises.due", group: "promises", section: "promises", label: "Until when", type: "date",
    ask: "Enter the date until which it must be kept.", why: "The portal reminds the owner in time.",
    visibility: "all", concerns: PM, required: false, material: "commercial",
  },
] as const satisfies readonly Field[];
