"use client";

import { useEffect } from "react";
import { createPortal } from "react-dom";
import { Icon } from "@/components/ui/icon";

export const find = (root: HTMLElement, key: string) => root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([data-blank] *)`);

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
