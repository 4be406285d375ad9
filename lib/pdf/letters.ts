import "server-only";
import { join } from "node:path";

/** The app's own typeface, and one for Greek, Cyrillic, Hebrew, Arabic and signs that it lacks. Both come with the packages. */
const FOLDERS = { geist: "node_modules/geist/dist/fonts/geist-sans", dejavu: "node_modules/dejavu-fonts-ttf/ttf" };
export const FONTS = {
  text: join(process.cwd(), FOLDERS.geist, "Geist-Regular.ttf"),
  strong: join(process.cwd(), FOLDERS.geist, "Geist-SemiBold.ttf"),
  textOther: join(process.cwd(), FOLDERS.dejavu, "DejaVuSans.ttf"),
  strongOther: join(process.cwd(), FOLDERS.dejavu, "DejaVuSans-Bold.ttf"),
} as const;
export type Look = "text" | "strong";

/** A stretch of text in one font. */
export type Run = { font: keyof typeof FONTS; text: string };
/** What could not be set as it was written, counted, so that the document can say so. */
export type Losses = { undrawn: number; isRightToLeft: boolean };

type Covers = (font: keyof typeof FONTS, codePoint: number) => boolean;

/**
 * Cuts a text into runs by what each font can draw. A letter that none of them has becomes its number, as in [U+1F389]:
 * nothing is left out silently. Marks without a shape of their own (joiners, direction, variation) are.
 */
export function runsOf(text: string, look: Look, { covers, losses }: { covers: Covers; losses: Losses }): Run[] {
  const runs: Run[] = [];
  const add = (font: Run["font"], part: string) => {
    const last = runs.at(-1);
    if (last?.font === font) last.text += part;
    else runs.push({ font, text: part });
  };
  for (const letter of text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ")) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === "\n") { add(runs.at(-1)?.font ?? look, letter); continue; }
    if (SHAPELESS.test(letter)) continue;
    if (RIGHT_TO_LEFT.test(letter)) losses.isRightToLeft = true;
    if (letter === " ") add(runs.at(-1)?.font ?? look, letter); // words of one script stay in one run
    else if (covers(look, code)) add(look, letter);
    else if (covers(`${look}Other`, code)) add(`${look}Other`, letter);
    else { losses.undrawn += 1; add(look, `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`); }
  }
  return runs;
}

const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
