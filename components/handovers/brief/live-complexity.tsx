"use client";

import { useEffect, useRef, useState } from "react";
import { type ClassOverride, withOverride } from "@/lib/policies/rules/class-override";
import { complexity, type RubricChoices } from "@/lib/policies/rules/complexity";
import type { ComplexityRubric } from "@/lib/policies/schema";
import { ComplexityNote } from "./complexity-note";

/** In the brief's form, and where the deal asks the same questions. */
const IN_BRIEF = "complexity.";
type LiveComplexityProps = { rubric: ComplexityRubric; choices: RubricChoices; override: ClassOverride | null; /** What the names of the controls begin with. */ prefix?: string };

/** The class of the work while its questions are answered: the same rule as everywhere, asked again at each choice (P6.1, B8). */
export function LiveComplexity({ rubric, choices, override, prefix = IN_BRIEF }: LiveComplexityProps) {
  const [chosen, setChosen] = useState(choices);
  const marker = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const form = marker.current?.closest("form");
    const read = () => {
      const ticked = [...(form?.querySelectorAll<HTMLInputElement>(prefix === IN_BRIEF ? "[data-answer^='complexity.'] [data-part=value]:checked" : `[name^='${prefix}']:checked`) ?? [])];
      setChosen(Object.fromEntries(ticked.map((one) => [one.name.slice(prefix.length).replace(/-control$/, ""), one.value])));
    };
    form?.addEventListener("change", read);
    return () => form?.removeEventListener("change", read);
  }, [prefix]);

  return <div ref={marker} aria-live="polite"><ComplexityNote result={withOverride(rubric, complexity(rubric, chosen), override)} /></div>;
}
