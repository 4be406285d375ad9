"use client";

import { useEffect } from "react";
import { createPortal } from "react-dom";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { clockText } from "@/components/ui/time-text";
import type { Json } from "@/lib/handovers/rules/answers";
import { isLink, isMoney, isUpload } from "@/lib/handovers/rules/answers";
import { amountText } from "@/lib/deals/format";
import { type Current, signature } from "./change";
import { readTyped } from "./controls";

const find = (root: HTMLElement, key: string) => root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([data-blank] *)`);

/** A sentence at its field: why what was typed could not be kept. */
export function Refused({ root, field, sentence }: { root: HTMLElement; field: string; sentence: string }) {
  const answer = find(root, field);
  useEffect(() => {
    const controls = answer?.querySelectorAll("[data-part=value], [data-part=name], [data-part=url]") ?? [];
    for (const control of controls) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-errormessage", `${field}-refused`);
    }
    return () => {
      for (const control of controls) { control.removeAttribute("aria-invalid"); control.removeAttribute("aria-errormessage"); }
    };
  }, [answer, field]);
  const slot = answer?.querySelector("[data-slot]");
  if (!slot) return null;
  return createPortal(
    <p id={`${field}-refused`} role="alert" className="mt-1.5 flex items-start gap-1.5 font-medium text-danger-ink">
      <Icon name="alert-circle" className="mt-[0.1875rem]" />
      {sentence}
    </p>,
    slot,
  );
}

type ConflictProps = { root: HTMLElement; field: string; current: Current; zone: string; onKeep: () => void; onTake: () => void };

/** Both versions, where two people or two tabs wrote one answer; nothing was overwritten (P1.3). */
export function Conflict({ root, field, current, zone, onKeep, onTake }: ConflictProps) {
  const answer = find(root, field);
  const slot = answer?.querySelector("[data-slot]");
  if (!answer || !slot) return null;
  const mine = readTyped(answer).typed;
  const when = current.at && clockText(new Date(current.at), zone);
  const who = current.revision === 0 ? "Somebody removed this meanwhile." : `${current.by ?? "Somebody"} changed this at ${when}, while you were typing. Nothing was overwritten.`;
  return createPortal(
    <div className="mt-2">
      <Banner
        tone="warning"
        live="alert"
        title={who}
        actions={
          <>
            <Button size="sm" variant="primary" onClick={onKeep}>Keep mine</Button>
            <Button size="sm" onClick={onTake}>Take theirs</Button>
          </>
        }
      >
        <dl key={signature(mine.state, mine.value)} className="mt-1 grid gap-2 sm:grid-cols-2">
          <div><dt className="text-sm font-medium text-ink">Theirs</dt><dd className="whitespace-pre-line [overflow-wrap:anywhere]">{inWords(answer, current.state, current.value)}</dd></div>
          <div><dt className="text-sm font-medium text-ink">Yours</dt><dd className="whitespace-pre-line [overflow-wrap:anywhere]">{inWords(answer, mine.state, mine.value)}</dd></div>
        </dl>
      </Banner>
    </div>,
    slot,
  );
}

/** An answer in the words that its own controls use. */
function inWords(answer: HTMLElement, state: string, value: Json): string {
  if (state === "UNKNOWN") return "Not known yet";
  if (state === "NOT_APPLICABLE") return "Not applicable";
  if (value === null) return "Nothing";
  if (isMoney(value)) return `${amountText(value.minor, value.currency)} ${value.currency}`;
  if (isLink(value)) return `${value.name} (${value.url})`;
  if (isUpload(value)) return `${value.name}, version ${value.version}`;
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.map((one) => labelOf(answer, String(one))).join(", ");
  return labelOf(answer, String(value));
}

function labelOf(answer: HTMLElement, value: string): string {
  const control = [...answer.querySelectorAll<HTMLInputElement | HTMLOptionElement>("option, input[data-part=value]:is([type=radio], [type=checkbox])")].find((one) => one.value === value);
  return (control instanceof HTMLOptionElement ? control.label : control?.closest("label")?.textContent?.trim()) || value;
}
