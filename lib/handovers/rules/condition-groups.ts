import type { Condition } from "@/lib/policies/fields";

/** One line of a condition: something that is asked, or its contrary. */
export type Line = { asks: Exclude<Condition, { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition }>; not: boolean };

/** A condition as a screen shows and edits it: it holds where all lines of at least one group do. */
export type Groups = Line[][];

const GROUPS_MOST = 12;
const LINES_MOST = 12;

/**
 * The same condition as groups of lines; an empty list never holds, an empty group always. Null where it would be too
 * long to read.
 */
export function groupsOf(condition: Condition): Groups | null {
  return expand(condition, false);
}

/** Groups of lines as a condition; null where there is no group, which never holds. */
export function conditionOf(groups: Groups): Condition | null {
  const all = groups.map((lines): Condition => {
    const parts = lines.map(({ asks, not }): Condition => (not ? { not: asks } : asks));
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
  });
  return all.length > 1 ? { any: all } : (all[0] ?? null);
}

function expand(condition: Condition, not: boolean): Groups | null {
  if ("not" in condition) return expand(condition.not, !not);
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    return ("all" in condition) === not ? either(parts, not) : every(parts, not);
  }
  if ("answered" in condition) return [[{ asks: { ...condition, answered: condition.answered !== not }, not: false }]];
  return [[{ asks: condition, not }]];
}

function either(parts: readonly Condition[], not: boolean): Groups | null {
  const found = parts.map((part) => expand(part, not));
  return found.some((one) => one === null) ? null : checked(found.flatMap((one) => one ?? []));
}

function every(parts: readonly Condition[], not: boolean): Groups | null {
  return parts.reduce<Groups | null>((before, part) => {
    const next = before && expand(part, not);
    if (!before || !next || before.length * next.length > GROUPS_MOST) return null;
    return checked(before.flatMap((lines) => next.map((more) => [...lines, ...more])));
  }, [[]]);
}

/** Each line and each group once; null where there are too many. */
function checked(groups: Groups): Groups | null {
  const once = unique(groups.map(unique));
  return once.length > GROUPS_MOST || once.some((lines) => lines.length > LINES_MOST) ? null : once;
}

const unique = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
