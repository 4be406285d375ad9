"use client";

import { type RefObject, useEffect, useRef } from "react";

type Merge = {
  form: RefObject<HTMLFormElement | null>;
  /** What is stored now, by the names of the controls. */
  revision: number; values: Record<string, string>;
  /** Whether somebody else's words stand beside the fields: the next save may go over them. */
  isStale: boolean;
  /** The revision that this form has written itself. */
  saved: number | null;
};

/**
 * A form over a text that others may write too. A page that draws itself anew never lets a save go unseen over somebody else's
 * words: the form keeps the revision it began with, until nothing was typed, it was saved, or the difference was shown. Then what
 * was not touched takes what is stored by now (B3, P1.3).
 */
export function useMerged({ form, revision, values, isStale, saved }: Merge): void {
  const base = useRef({ revision, values });
  useEffect(() => {
    const element = form.current;
    if (!element || base.current.revision === revision) return;
    const controls = Object.keys(values).flatMap((name) => {
      const control = element.elements.namedItem(name);
      return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? [control] : [];
    });
    const isUntouched = (control: HTMLInputElement | HTMLTextAreaElement) => lines(control.value) === lines(base.current.values[control.name] ?? "");
    if (!isStale && saved !== revision && !controls.every(isUntouched)) return;
    for (const control of controls) if (isUntouched(control)) control.value = values[control.name] ?? "";
    const seen = element.elements.namedItem("revision");
    if (seen instanceof HTMLInputElement) seen.value = String(revision);
    base.current = { revision, values };
  });
}

/** A browser sends CR LF, and shows LF. */
const lines = (text: string) => text.replaceAll("\r\n", "\n");
