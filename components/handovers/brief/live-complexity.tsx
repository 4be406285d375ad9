"use client";

import { useEffect, useRef, useState } from "react";
import { type ClassOverride, withOverride } from "@/lib/policies/rules/class-override";
import { complexity, type RubricChoices } from "@/lib/policies/rules/complexity";
import type { ComplexityRubric } from "@/lib/policies/schema";
import { ComplexityNote } from "./complexity-note";

/** The class of the work while its questions are answered: the same rule as everywhere, asked again at each choice (P6.1, B8). */
export function LiveComplexity({ rubric, choices, override }: { rubric: ComplexityRubric; choices: RubricChoices; override: ClassOverride | null }) {
  const [chosen, setChosen] = useState(choices);
  const marker = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const form = marker.current?.closest("form");
    const read = () => {
      const ticked = [...(form?.querySelectorAll<HTMLInputElement>("[data-answer^='complexity.'] [data-part=value]:checked") ?? [])];
      setChosen(Object.fromEntries(ticked.map((one) => [one.name.slice("complexity.".length).replace(/-control$/, ""), one.value])));
    };
    form?.addEventListener("change", read);
    return () => form?.removeEventListener("change", read);
  }, []);

  return <div ref={marker} aria-live="polite"><ComplexityNote result={withOverride(rubric, complexity(rubric, chosen), override)} /></div>;
}
