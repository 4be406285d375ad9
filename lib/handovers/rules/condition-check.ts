import { Complexity, ContractType } from "@/lib/platform/generated/enums";
import type { Condition, FieldType, Option, Scalar } from "@/lib/policies/fields";
import { type Json, saysSomething } from "./answers";
import { compares } from "./condition";
import { groupsOf, type Line } from "./condition-groups";

/** What a check needs to know of a field that a condition asks about. */
export type AskedField = { type: FieldType; options?: readonly Option[]; group?: string };
export type AskedFields = (id: string) => AskedField | undefined;

/** `always`: it holds whatever is answered. `never`: no brief of this team could make it hold. */
export type Outcome = "always" | "never" | "open";

/**
 * What becomes of a condition over all possible briefs of a team (B6). It never says `never` or `always` of one that is
 * open; a condition too long to be looked through counts as open.
 */
export function outcomeOf(condition: Condition, fieldOf: AskedFields, ownTeam: string): Outcome {
  const [holds, fails] = [groupsOf(condition), groupsOf({ not: condition })];
  if (holds?.every((lines) => !isPossible(lines, fieldOf, ownTeam))) return "never";
  if (fails?.every((lines) => !isPossible(lines, fieldOf, ownTeam))) return "always";
  return "open";
}

/** Whether some brief makes all these lines hold at once. */
function isPossible(lines: readonly Line[], fieldOf: AskedFields, ownTeam: string): boolean {
  const fields = [...new Set(lines.flatMap(({ asks }) => ("field" in asks ? [asks.field] : [])))];
  return (
    fields.every((id) => canBe(lines.filter(({ asks }) => "field" in asks && asks.field === id), fieldOf(id))) &&
    someClass(Object.values(Complexity), lines, ({ asks }) => ("complexity" in asks ? asks.complexity : null)) &&
    someClass(Object.values(ContractType), lines, ({ asks }) => ("contract" in asks ? asks.contract : null)) &&
    teamsCanBe(lines, ownTeam)
  );
}

/** A class is one of a few, or not known yet: then no line about it holds, and every contrary does. */
function someClass<T extends string>(all: readonly T[], lines: readonly Line[], namedBy: (line: Line) => readonly T[] | null): boolean {
  return [...all, null].some((one) => lines.every((line) => {
    const named = namedBy(line);
    return named === null || (one !== null && named.includes(one)) !== line.not;
  }));
}

function teamsCanBe(lines: readonly Line[], ownTeam: string): boolean {
  const named = lines.flatMap(({ asks, not }) => ("team" in asks ? [{ team: asks.team, not }] : []));
  const out = new Set(named.flatMap(({ team, not }) => (not ? team : [])));
  return !out.has(ownTeam) && named.every(({ team, not }) => not || team.some((slug) => !out.has(slug)));
}

/** Whether one field can be answered so that all lines about it hold. */
function canBe(lines: readonly Line[], field: AskedField | undefined): boolean {
  if (!field) return true;
  const fits = (value: Json, line: Line) => lineHolds(value, line);
  if (field.group === undefined && field.type !== "choices" && field.type !== "people" && field.type !== "teams")
    return [null, ...candidates(lines, field)].some((value) => lines.every((line) => fits(value, line)));
  // several values: each line that asks for one needs one that breaks none of the lines that speak of all
  const ofAll = lines.filter(isOfAll);
  return lines.filter((line) => !isOfAll(line)).every((line) =>
    candidates(lines, field).some((value) => fits(value, line) && ofAll.every((one) => fits(value, one))));
}

const isOfAll = ({ asks, not }: Line) => ("answered" in asks ? !asks.answered : not);

function lineHolds(value: Json, { asks, not }: Line): boolean {
  if ("answered" in asks) return saysSomething(value) === asks.answered;
  if ("compare" in asks) return compares(value, asks.compare, asks.to) !== not;
  if ("is" in asks) return (value === asks.is) !== not;
  return "in" in asks ? asks.in.some((one) => one === value) !== not : true;
}

/** An answer that no line names: text that nobody wrote down here. */
const ELSE = "\u{10ffff}";

/** Values enough to try: what lines name, what lies between the numbers they name, and something else. */
function candidates(lines: readonly Line[], { type, options = [] }: AskedField): Scalar[] {
  if (type === "yesNo") return [true, false];
  const named = lines.flatMap(({ asks }) => ("is" in asks ? [asks.is] : "in" in asks ? asks.in : []));
  if (type === "number" || type === "money") {
    const bounds = [...lines.flatMap(({ asks }) => ("compare" in asks ? [asks.to] : [])), ...named.filter((one) => typeof one === "number")].sort((a, b) => a - b);
    const first = bounds[0] ?? 0;
    return [first - 1, ...bounds.flatMap((at, i) => [at, (at + (bounds[i + 1] ?? at + 2)) / 2])];
  }
  if (type === "choice" || type === "choices") return options.map(({ value }) => value);
  return [ELSE, ...named.filter((one) => typeof one === "string")];
}
