"use client";

import { useId, useState, useTransition } from "react";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { tickItemAction } from "@/lib/handovers/actions";
import type { Refusal } from "@/lib/platform/errors";
import type { ItemState } from "@/lib/platform/generated/enums";

type TickProps = { id: string; itemId: string; revision: number; title: string; state: ItemState; refusal: Refusal | null };

const ICONS = { OPEN: "circle", DONE: "circle-check", SKIPPED: "circle-slash" } as const;
const NEXT = { OPEN: "Do", DONE: "Re-open", SKIPPED: "Re-open" } as const;

/** One press does an item or opens it again; Who may not, reads why (P3.1). */
export function Tick({ id, itemId, revision, title, state, refusal }: TickProps) {
  const [busy, start] = useTransition();
  const [wish, setWish] = useState<ItemState | null>(null);
  const why = useId();
  const shown = busy && wish ? wish : state;

  function turn(to: ItemState) {
    if (busy) return;
    setWish(to);
    start(async () => {
      const result = await tickItemAction({ id, itemId, revision, state: to }).catch(() => null);
      if (!result) toast("The portal cannot be reached. Nothing was changed.", { tone: "danger" });
      else if (!result.ok) toast(result.message, { tone: "danger", lasts: 15_000 });
    });
  }

  if (refusal)
    return (
      <>
        <button type="button" popoverTarget={why} aria-label={`${title}: why you cannot tick it`} className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-hover pointer-coarse:size-11">
          <Icon name={shown === "OPEN" ? "lock" : ICONS[shown]} size={18} className={shown === "DONE" ? "text-success-ink" : "text-ink-3"} />
        </button>
        <div id={why} popover="auto" className="popover">
          <p className="px-3 py-2">{refusal.reason} <span className="block text-sm text-ink-3">Rule {refusal.rule}</span></p>
        </div>
      </>
    );
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={shown === "DONE"}
      aria-label={`${NEXT[shown]}: ${title}`}
      aria-busy={busy || undefined}
      onClick={() => turn(state === "OPEN" ? "DONE" : "OPEN")}
      className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-hover pointer-coarse:size-11"
    >
      <Icon name={busy ? "loader" : ICONS[shown]} size={18} className={busy ? "spin text-ink-3" : shown === "DONE" ? "text-success-ink" : "text-ink-3"} />
    </button>
  );
}
