import { cellsOf, coreField, GROUPS } from "../fields";
import { type Field, GROUP_IDS } from "../fields/types";
import { type Answers, answerOf, rowsOf, textValueOf, valueOf } from "./answers";
import { normalised } from "./filler";
import { isBegun, missing, type Problem, rowName, rowProblem } from "./missing";

/** What is pointed out in a brief, and blocks nothing (P1.4, P4.4): `required` holds the ids of the fields that block by themselves. */
export const warningsOf = (shown: readonly Field[], required: ReadonlySet<string>, answers: Answers): Problem[] => [
  ...optionalWarnings(shown, required, answers), ...rowWarnings(answers), ...repeats(shown, answers), ...topThree(answers), ...clauses(answers),
];

/** An optional field may stay empty; what stands there and says nothing is pointed out. */
function optionalWarnings(shown: readonly Field[], required: ReadonlySet<string>, answers: Answers): Problem[] {
  return shown.filter(({ id }) => !required.has(id)).flatMap((field) => {
    const answer = answerOf(answers, field.id);
    const sentence = isBegun(answer) ? missing(field, answer) : null;
    return sentence === null ? [] : [{ field: field.id, rowId: null, section: field.section, sentence, reason: field.why, rule: "P1.4" as const }];
  });
}

/** The same of the cells that a row can do without. */
function rowWarnings(answers: Answers): Problem[] {
  return GROUP_IDS.flatMap((group) => rowsOf(answers, group).flatMap((rowId, i) =>
    cellsOf(group).filter(({ required }) => required !== true).flatMap((cell) => {
      const answer = answerOf(answers, cell.id, rowId);
      const sentence = isBegun(answer) ? missing(cell, answer) : null;
      return sentence === null ? [] : [rowProblem(cell, { rowId, number: i + 1 }, { sentence, rule: "P1.4" })];
    })));
}

/** From how many characters on the same text is no coincidence: in two fields, and in two rows of one list. */
const REPEATED_FROM = { fields: 40, rows: 12 };

/** One text in two fields (P1.4), or twice in one list: the second is pointed out, and says where the first is. */
function repeats(shown: readonly Field[], answers: Answers): Problem[] {
  const texts = (field: Field, rowId: string | null, name: string) => {
    const text = field.type === "longText" || field.type === "text" ? normalised(textValueOf(answers, field.id, rowId) ?? "") : "";
    return text === "" ? [] : [{ field, rowId, name, text }];
  };
  const all = [
    ...shown.flatMap((field) => texts(field, null, `“${field.label}”`)),
    ...GROUP_IDS.flatMap((group) => rowsOf(answers, group).flatMap((rowId, i) =>
      cellsOf(group).flatMap((cell) => texts(cell, rowId, cell.id === GROUPS[group].title ? rowName(cell, i + 1) : `“${cell.label}” of ${GROUPS[group].one} ${i + 1}`)))),
  ];
  const first = new Map<string, (typeof all)[number]>();
  return all.flatMap((one) => {
    const { field, rowId, name, text } = one;
    const isTitle = field.group !== undefined && GROUPS[field.group].title === field.id;
    if (text.length < (isTitle ? REPEATED_FROM.rows : REPEATED_FROM.fields)) return [];
    const key = text.length < REPEATED_FROM.fields ? `${field.id} ${text}` : text;
    const earlier = first.get(key);
    if (!earlier) first.set(key, one);
    if (!earlier || (earlier.field.id === field.id && !isTitle)) return []; // two people may well work for the same company
    return [{ field: field.id, rowId, section: field.section, sentence: `${name} says the same as ${lower(earlier.name)}.`, reason: field.why, rule: "P1.4" as const }];
  });
}
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Sales matches each promise to the contract, and to its clause, before submitting (P4.4). */
function clauses(answers: Answers): Problem[] {
  const [contract, clause] = [coreField("promises.contract"), coreField("promises.clause")];
  if (!contract || !clause) return [];
  return rowsOf(answers, "promises").flatMap((rowId, i) => {
    const at = { rowId, number: i + 1 };
    const said = valueOf(answers, contract.id, rowId);
    if (said === null) return [rowProblem(contract, at, { sentence: "Match it to the contract: it is in there, to be renegotiated, or declined.", rule: "P4.4" })];
    if (said === "IN_CONTRACT" && textValueOf(answers, clause.id, rowId) === null) return [rowProblem(clause, at, { sentence: "Name its clause in the contract.", rule: "P4.4" })];
    return [];
  });
}

function topThree(answers: Answers): Problem[] {
  const text = textValueOf(answers, "delivery.topThree");
  const lines = text?.split("\n").filter((line) => line.trim() !== "").length ?? 3;
  return lines >= 3 ? [] : [{
    field: "delivery.topThree", rowId: null, section: "delivery", rule: "P1.5",
    sentence: `You name ${lines === 1 ? "one thing" : "two things"} to know; the PM hopes for three, one on each line.`,
    reason: "If the PM reads only this, it should be enough.",
  }];
}
