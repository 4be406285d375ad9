import type { Field } from "@/lib/handovers/fields/types";

/** What a form about a field says, by the name of its control; a list of options as JSON, a box that is not ticked as "". */
export type Said = Readonly<Record<string, string>>;

/** One control that two people have changed, each to something else. */
export type Clash = { name: string; theirs: string; mine: string };

/**
 * Two admins at one field (P1.9): what only one of them changed stands, and what both changed stays as it was typed here
 * and is named. `seen` is what both began from.
 */
export function mergeSaid({ seen, mine, theirs }: { seen: Said; mine: Said; theirs: Said }): { merged: Said; clashes: Clash[] } {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const of = (said: Said, name: string) => said[name] ?? "";
  const isMine = (name: string) => of(mine, name) !== of(seen, name);
  return {
    merged: Object.fromEntries(names.map((name) => [name, isMine(name) ? of(mine, name) : of(theirs, name)])),
    clashes: names.filter((name) => isMine(name) && of(theirs, name) !== of(seen, name) && of(theirs, name) !== of(mine, name))
      .map((name) => ({ name, theirs: of(theirs, name), mine: of(mine, name) })),
  };
}

/** What the form of a field begins with. */
export const saidOf = ({ label, why, help = "", example = "", section, type, ask = "", options = [], visibility, concerns, material }: Field): Said => ({
  label, why, help, example, section, type, ask, visibility, material: material ?? "",
  options: JSON.stringify(options.map(({ value, label: name }) => ({ value, label: name }))), moreOptions: "",
  pm: concerns.includes("PM") ? "on" : "", lead: concerns.includes("TEAM_LEAD") ? "on" : "",
});

/** What a form says now, of the controls that `like` names. */
export function saidIn(form: FormData, like: Said): Said {
  const text = (name: string) => { const value = form.get(`edit.${name}`); return typeof value === "string" ? value.replaceAll("\r\n", "\n") : ""; };
  const options = optionsIn(like.options).map(({ value }, i) => ({ value, label: text(`options.${String(i)}.label`) }));
  return Object.fromEntries(Object.keys(like).map((name) => [name, name === "options" ? JSON.stringify(options) : text(name)]));
}

/** The options that a form says, with their values. */
export const optionsIn = (said = "[]"): { value: string; label: string }[] => JSON.parse(said) as { value: string; label: string }[];
