import { CHECKLIST_FACTS, CLOCK_NAMES, CLOCKS, COMPLEXITY_WORDS, DUE_FROM_WORDS, ITEM_OWNER_WORDS, PHASE_WORDS } from "../format";
import { coreField } from "@/lib/handovers/fields";
import { type ConditionWords, conditionWords, inWords } from "@/lib/handovers/rules/condition";
import type { Condition, Option } from "../fields";

/** The policies of the whole organisation, which are edited as one form each; brief templates are a team's. */
export const POLICY_PAGES = {
  complexity: "COMPLEXITY_RUBRIC", traction: "TRACTION_RUBRIC", checklist: "CHECKLIST_TEMPLATE", "first-call": "ATTENDEE_PARAMETERS", clocks: "CLOCKS",
} as const;
export type PolicyPage = keyof typeof POLICY_PAGES;
export type OrganisationKind = (typeof POLICY_PAGES)[PolicyPage];
export const ORGANISATION_KINDS = Object.values(POLICY_PAGES) as [OrganisationKind, ...OrganisationKind[]];
/** What is edited as one form: those, and the discovery questions, of which each delivery team has its own (P7.4). */
export const FORM_KINDS = [...ORGANISATION_KINDS, "DISCOVERY_SET"] as const;
export type FormKind = (typeof FORM_KINDS)[number];

const TEAM_PAGE = "discovery-";
/** Below /policies; `team` is the short name of the team whose policy it is. */
export const pageOf = ({ kind, team }: { kind: FormKind; team?: string }): string =>
  team === undefined ? ((Object.keys(POLICY_PAGES) as PolicyPage[]).find((page) => POLICY_PAGES[page] === kind) ?? "") : `${TEAM_PAGE}${team}`;
/** The policy that a page is about; null where there is none. */
export function kindOfPage(page: string): { kind: FormKind; team?: string } | null {
  if (page.startsWith(TEAM_PAGE)) return { kind: "DISCOVERY_SET", team: page.slice(TEAM_PAGE.length) };
  return Object.hasOwn(POLICY_PAGES, page) ? { kind: POLICY_PAGES[page as PolicyPage] } : null;
}

/** One control: where its value stands in the content, and what it holds. `lines` is a list of sentences or numbers, one a line. */
export type PolicyInput = {
  path: readonly string[]; label: string; type: "text" | "area" | "number" | "choice" | "yesNo" | "lines" | "numbers" | "condition"; options?: readonly Option[]; unit?: string; optional?: boolean;
  /** The options are not known here: whoever shows the form brings them. */
  from?: "fields";
  /** A condition in words; it is changed on a page of its own. */
  say?: (value: unknown) => string;
};
/** What only the database knows: the fields of a team's brief to choose from, and the words of all fields for conditions. */
export type FormChoices = { fields?: readonly Option[]; words?: ConditionWords };
/** Rows with an id of their own, which never changes; `nested` are the rows of a row. `kept` stays as it is: the form shows it, and does not post it. */
export type PolicyList = { list: string; one: string; id?: string; title: string; inputs: readonly PolicyInput[]; kept?: readonly string[]; nested?: PolicyList };
export type PolicyPart = { label: string; description?: string; inputs?: readonly PolicyInput[]; rows?: PolicyList };

const input = (key: string, label: string, type: PolicyInput["type"] = "text", more: Partial<PolicyInput> = {}): PolicyInput => ({ path: key.split("."), label, type, ...more });
const number = (key: string, label: string, unit?: string) => input(key, label, "number", unit ? { unit } : {});
const choice = (key: string, label: string, options: Record<string, string>, optional = false) =>
  input(key, label, "choice", { options: Object.entries(options).map(([value, word]) => ({ value, label: word })), optional });

/** TABLE of what each policy holds, as its form asks it, its versions are compared and its changes are told. */
export const POLICY_FORMS = {
  COMPLEXITY_RUBRIC: [
    {
      label: "Questions", description: "Points of the chosen option times the weight of the question make the score.",
      rows: {
        list: "questions", one: "question", id: "id", title: "label",
        inputs: [input("label", "Question"), input("why", "Why it is asked", "area"), input("help", "Help", "area", { optional: true }), number("weight", "Weight")],
        nested: {
          list: "options", one: "option", id: "value", title: "label",
          inputs: [input("label", "Option"), number("points", "Points"), input("reason", "What it says about the work"), choice("atLeast", "At least", COMPLEXITY_WORDS, true)],
        },
      },
    },
    { label: "Thresholds", inputs: [number("thresholds.standard", "Standard begins at", "points"), number("thresholds.complex", "Complex begins at", "points")] },
    { label: "Estimates", description: "An estimate of complex work always needs a lead's approval (P6.6).", inputs: [
      number("estimates.approvalAbove", "Needs a lead's approval above", "in whole units of the deal's currency"),
      number("estimates.validDays", "An estimate holds at most", "days"), number("estimates.rateCardDays", "A line of a rate card holds at most", "days"),
    ] },
    { label: "Consequences", description: "What each class means for people, one sentence a line.", inputs: (Object.keys(COMPLEXITY_WORDS) as (keyof typeof COMPLEXITY_WORDS)[]).map((one) => input(`consequences.${one}`, `If ${COMPLEXITY_WORDS[one]}`, "lines")) },
  ],
  TRACTION_RUBRIC: [
    {
      label: "Evidence",
      rows: { list: "evidence", one: "kind of evidence", id: "id", title: "label", inputs: [input("label", "Evidence"), input("help", "What counts", "area"), input("missing", "What is said when it is missing", "area"), number("points", "Points")] },
    },
    { label: "Threshold and silence", inputs: [
      number("threshold", "Delivery is left alone below", "points"), number("silence.points", "Silence takes", "points"), number("silence.businessDays", "Silence takes them every", "business days"),
      number("parkAfterBusinessDays", "A silent deal is parked after", "business days"), number("callMinutes", "A call takes at most", "minutes"),
    ] },
    { label: "Caps of what is asked", description: "At most three trial tasks of one developer run at once: the database keeps that, so fewer can be set here, and not more.", inputs: [
      number("caps.writtenMinutes", "A written answer takes at most", "minutes"), number("caps.estimateMinutes", "An estimate takes at most", "minutes"),
      number("caps.trialHours", "A trial task takes at most", "hours"), number("caps.trialDueDays", "It is due after", "business days"), number("caps.trialDueDaysAtMost", "at the latest after", "business days"),
      number("caps.trialsRunning", "Of one developer run at once at most", "trial tasks"),
    ] },
    {
      label: "Levels", description: "What each score allows.",
      rows: { list: "levels", one: "level", title: "label", inputs: [number("from", "From", "points"), choice("allows", "Allows", { WRITTEN: "written answers", CALL: "a call", ESTIMATE: "an estimate", TRIAL: "a trial task" }), input("label", "In words")] },
    },
  ],
  CHECKLIST_TEMPLATE: [
    {
      label: "Items", description: "A new item always applies, until its condition is chosen.",
      rows: {
        list: "items", one: "item", id: "id", title: "title", kept: ["when"],
        inputs: [
          input("title", "What is to be done"), input("why", "Why", "area"), choice("phase", "Phase", PHASE_WORDS), choice("ownerRole", "Who", ITEM_OWNER_WORDS),
          number("due.businessDays", "Due", "business days"), choice("due.from", "after", DUE_FROM_WORDS), input("mandatory", "Mandatory", "yesNo"), choice("fact", "Done by itself when", CHECKLIST_FACTS, true), input("when", "Applies", "condition"),
        ],
      },
    },
  ],
  ATTENDEE_PARAMETERS: [{ label: "The first call", inputs: [
    number("minutes", "It takes", "minutes"), number("bufferMinutes", "Kept free before and after", "minutes"), number("noticeHours", "Notice", "hours"),
    number("searchBusinessDays", "Times are looked for in the next", "business days"), number("proposals", "Times proposed"), number("ourPeopleAtMost", "More people of ours are pointed out above"),
  ] }],
  CLOCKS: [
    { label: "Clocks", inputs: CLOCK_NAMES.map((name) => number(`clocks.${name}.businessDays`, CLOCKS[name].label, "business days")) },
    { label: "Reminders and backups", inputs: [input("tellAt", "People are told at, in per cent, one a line", "numbers"), number("backupAfterDaysAway", "The duty moves to the backup after more than", "days away")] },
    { label: "Ratings", inputs: [number("ratings.checkAfterDays", "The PM is asked whether the brief was right after", "days"), number("ratings.editDays", "A rating can be changed for", "days")] },
    { label: "Reasons for a pause", rows: { list: "pauseReasons", one: "reason", id: "value", title: "label", inputs: [input("label", "Reason"), input("help", "What it means", "area")] } },
  ],
  DISCOVERY_SET: [
    {
      label: "Questions", description: "In the order in which the client is asked. Each answer is one field of the brief.",
      rows: {
        list: "questions", one: "question", id: "id", title: "ask",
        inputs: [input("ask", "What the client is asked", "area"), input("why", "Why it is asked", "area"), input("field", "Field of the brief", "choice", { from: "fields" })],
      },
    },
  ],
} as const satisfies Record<FormKind, readonly PolicyPart[]>;

const appliesWords = (when: unknown, words: ConditionWords = conditionWords(coreField)): string => (when === undefined ? "always" : `when ${inWords(when as Condition, words)}`);

/** The form of a policy, with the options that only the database knows. */
export function formOf(kind: FormKind, choices: FormChoices = {}): readonly PolicyPart[] {
  const filled = (inputs: readonly PolicyInput[]) => inputs.map((one): PolicyInput =>
    one.from ? { ...one, options: choices[one.from] ?? [] } : one.type === "condition" ? { ...one, say: (value) => appliesWords(value, choices.words) } : one);
  const rowsOf = (list: PolicyList): PolicyList => ({ ...list, inputs: filled(list.inputs), ...(list.nested && { nested: rowsOf(list.nested) }) });
  return (POLICY_FORMS[kind] as readonly PolicyPart[]).map(({ inputs, rows, ...part }) => ({ ...part, ...(inputs && { inputs: filled(inputs) }), ...(rows && { rows: rowsOf(rows) }) }));
}

/** The part of a control's name that stands for one word of a path: names begin with a small letter. */
export const nameOf = (path: readonly (string | number)[]): string => path.map((part) => (typeof part === "number" ? String(part) : `${part.charAt(0).toLowerCase()}${part.slice(1)}`)).join(".");

/** What stands at a path; undefined where nothing does. */
export const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner !== null && typeof inner === "object" && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
