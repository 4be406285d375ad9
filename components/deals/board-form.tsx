"use client";

import type { DragEvent, ReactNode } from "react";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { moveOnBoardAction } from "@/lib/deals/actions";

/**
 * The one form around the board: each entry of a card's menu is one of its buttons. A card that is dragged onto a column
 * presses the entry of its menu that leads there; where there is none, nothing happens.
 */
export function BoardForm({ children }: { children: ReactNode }) {
  const { form, problems } = useFormAction(moveOnBoardAction, { done: "Moved" });

  const entry = (event: DragEvent<HTMLElement>) => {
    const column = (event.target as Element).closest<HTMLElement>("[data-stage]");
    const card = event.currentTarget.querySelector(`[data-dragged]`);
    return { column, press: column && card?.querySelector<HTMLElement>(`[data-to="${column.dataset.stage}"]`) };
  };
  const clear = (from: HTMLElement, name: "dragged" | "over") => from.querySelectorAll<HTMLElement>(`[data-${name}]`).forEach((one) => delete one.dataset[name]);

  return (
    <form
      {...form}
      onDragStart={(event) => {
        const card = (event.target as Element).closest<HTMLElement>("[data-deal]");
        if (card) card.dataset.dragged = "";
      }}
      onDragOver={(event) => {
        const { column, press } = entry(event);
        if (!column || !press) return;
        event.preventDefault();
        clear(event.currentTarget, "over");
        column.dataset.over = "";
      }}
      onDrop={(event) => {
        const { press } = entry(event);
        if (!press) return;
        event.preventDefault();
        press.click();
      }}
      onDragEnd={(event) => { clear(event.currentTarget, "over"); clear(event.currentTarget, "dragged"); }}
      className="space-y-4"
    >
      <FormProblems problems={problems} />
      {children}
    </form>
  );
}
