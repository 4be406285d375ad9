import { useId } from "react";
import { cx } from "./cx";
import type { IconName } from "./icon-names";
import { Status } from "./status";
import type { Tone } from "./tone";

type Step = {
  /** Missing: cannot be started yet; the status says why. */
  href?: string;
  title: string;
  hint?: string;
  status: { tone: Tone; icon: IconName; label: string };
};

/** Things to do in any order, each with few states: the task list of a long form, the set-up checklist. */
export function StepList({ label, steps }: { label: string; steps: Step[] }) {
  const id = useId();
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {steps.map((step, index) => (
        <li key={step.title} className={cx("relative flex flex-wrap items-start justify-between gap-x-6 gap-y-0.5 px-2 py-3 sm:px-3", step.href && "hover:bg-hover")}>
          <div className="min-w-0 flex-1 basis-56">
            {step.href ? (
              <a href={step.href} aria-describedby={`${id}-${index}`} className="text-md font-medium text-accent-ink after:absolute after:inset-0 hover:underline">{step.title}</a>
            ) : (
              <span className="text-md font-medium text-ink-2">{step.title}</span>
            )}
            {step.hint && <p className="text-ink-2">{step.hint}</p>}
          </div>
          <span id={`${id}-${index}`} className="pt-0.5">
            <Status tone={step.status.tone} icon={step.status.icon}>{step.status.label}</Status>
          </span>
        </li>
      ))}
    </ul>
  );
}
