/** What somebody looks for: the number of a handover, of a deal, or of either; and the text as it is. */
export type Reading = { text: string; handover: number | null; deal: number | null };

/** Reads "HO-12", "ho 12", "D-3", "d3" and "12" as numbers; anything is a text, too. */
export function readSearch(typed: string): Reading {
  const text = typed.trim();
  const [, prefix = "", digits = ""] = /^(ho|d)?[\s-]?0*(\d{1,9})$/i.exec(text) ?? [];
  const number = digits === "" ? null : Number(digits);
  const kind = prefix.toLowerCase();
  return { text, handover: kind === "d" ? null : number, deal: kind === "ho" ? null : number };
}
