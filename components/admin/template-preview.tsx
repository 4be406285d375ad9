"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { showWhatApplies, type Known } from "@/components/handovers/brief/visibility";

/** The fields of a draft as the seller will see them, to be tried out: conditions answer to what is chosen, and nothing is kept. */
export function TemplatePreview({ known, children }: { known: Known; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const show = () => showWhatApplies(element, known);
    show();
    element.addEventListener("input", show);
    return () => element.removeEventListener("input", show);
  }, [known]);
  return <div ref={root}>{children}</div>;
}
