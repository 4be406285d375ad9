/** One text of an option (P7.1), in the words beside its control. Of a list each line is one thing. */
export type OptionText = { label: string; help: string; list: boolean; max: number; ask: string };

/** TABLE of the texts of an option: form, completeness, reading and history read it. */
export const OPTION_TEXTS = {
  plainWords: { label: "In plain words", help: "What the client gets, as you would tell it to them.", list: false, max: 4_000, ask: "Say in plain words what the client gets." },
  benefits: { label: "Benefits", help: "One on each line.", list: true, max: 4_000, ask: "Name what speaks for it." },
  risks: { label: "Risks", help: "One on each line: what can go wrong, and what we do about it.", list: true, max: 4_000, ask: "Name what can go wrong." },
  assumptions: { label: "Assumptions", help: "One on each line: what has to be true for estimate and price to hold.", list: true, max: 4_000, ask: "Name what has to be true for it." },
  exclusions: { label: "Not included", help: "One on each line: what the client could expect, and does not get.", list: true, max: 4_000, ask: "Name what is not included." },
  clientProvides: { label: "What the client provides", help: "One on each line: people, texts, access, decisions.", list: true, max: 4_000, ask: "Name what the client must provide." },
} as const satisfies Record<string, OptionText>;

export type OptionTextName = keyof typeof OPTION_TEXTS;
export const OPTION_TEXT_NAMES = Object.keys(OPTION_TEXTS) as OptionTextName[];

/** What is compared and named in history besides the texts. */
export const OPTION_FACTS = { name: "name", weeks: "duration", price: "price" } as const;

/** No more than so many. The places in the database say the same. */
export const OPTIONS_AT_MOST = 10;
export const PHASES_AT_MOST = 30;
/** Put away ones included. */
export const OPTIONS_EVER = 60;
/** Lines of one team's rate card that stand at once. */
export const RATE_CARD_AT_MOST = 100;
export const WEEKS_AT_MOST = 260;
/** Of one phase, in minutes: what takes longer is several phases. */
export const PHASE_MINUTES_AT_MOST = 120_000;
