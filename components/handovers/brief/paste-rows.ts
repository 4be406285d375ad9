import { buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { rowsIn } from "@/lib/handovers/rules/pasted-rows";
import { ANSWER, placeOf, settleParts } from "./controls";
import { addRow, rowOf } from "./rows";
import type { Saver } from "./saver";
import { cellsOf, hideRow } from "./wire";

type Text = HTMLInputElement | HTMLTextAreaElement;
type Pasting = { root: HTMLElement; control: Text; /** What stood there before. */ before: string; text: string; saver: Saver; keep: (answer: HTMLElement, isTyping: boolean) => void };

/**
 * A list pasted into the first cell of a row is offered as rows (P1.4): never without being asked, and with a way back.
 * The offer goes as soon as somebody types on in the cell, so that no word of theirs is in question.
 */
export function offerRows({ root, control, before, text, saver, keep }: Pasting): void {
  const answer = control.closest<HTMLElement>(ANSWER);
  const row = answer && rowOf(answer);
  const items = rowsIn(text);
  if (!answer || !row || !items || row.querySelector(ANSWER) !== answer) return;
  const { group = "", one = "Row" } = row.dataset;
  const pasted = control.value;
  const words = control instanceof HTMLInputElement ? items.map((item) => item.replace(/\s*\n\s*/g, " ")) : items;

  const make = () => {
    const [first = "", ...rest] = before.trim() === "" ? words : [before, ...words];
    say(control, first, keep);
    const added = rest.flatMap((item) => {
      const made = addRow(root, group);
      const cell = made?.querySelector<Text>(`${ANSWER} [data-part=value]`);
      if (!made || !cell) return [];
      say(cell, item, keep);
      return [made];
    });
    void saver.flush();
    control.focus();
    toast(`${added.length + 1} rows: ${one.toLowerCase()} by ${one.toLowerCase()}`, {
      undo: () => {
        for (const made of added) {
          const cells = cellsOf(made);
          hideRow(root, group, made.dataset.groupRow ?? "");
          void saver.removeRow(group, made.dataset.groupRow ?? "", cells);
        }
        say(control, pasted, keep);
        control.focus();
      },
    });
  };
  show(answer, { control, count: words.length, make });
}

/** Puts words into a cell as if they had been typed. */
function say(control: Text, words: string, keep: Pasting["keep"]): void {
  const answer = control.closest<HTMLElement>(ANSWER);
  if (!answer) return;
  control.value = words;
  settleParts(answer, control);
  keep(answer, false);
}

function show(answer: HTMLElement, { control, count, make }: { control: Text; count: number; make: () => void }): void {
  answer.querySelector("[data-paste-offer]")?.remove();
  const offer = document.createElement("p");
  offer.dataset.pasteOffer = placeOf(answer).field;
  offer.setAttribute("role", "status");
  offer.className = "mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-accent-soft px-3 py-2";
  const words = document.createElement("span");
  words.textContent = `This reads like a list of ${count}.`;
  const button = (label: string, className: string, run: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = label;
    made.addEventListener("click", () => { close(); run(); });
    return made;
  };
  const close = () => { offer.remove(); control.removeEventListener("input", close); };
  offer.append(words, button(`Make ${count} rows of it`, buttonClass("primary", "sm"), make), button("Leave it as it is", buttonClass("ghost", "sm"), () => control.focus()));
  answer.querySelector("[data-slot]")?.after(offer);
  control.addEventListener("input", close);
}
