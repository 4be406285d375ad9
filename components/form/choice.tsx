import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FieldGroup } from "./field";

type Choice = { value: string; label: string; /** What choosing it means. */ hint?: ReactNode; disabled?: boolean };

const ROW = "flex min-h-8 items-start gap-2.5 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5";
const CARD = "flex items-start gap-2.5 rounded-md border border-line-strong/60 bg-surface px-3 py-2.5 hover:bg-hover has-checked:border-accent-ink has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink has-disabled:opacity-55";
const STEP = "flex flex-col items-center gap-1.5 border-e border-line px-1 py-2.5 text-center text-sm last:border-e-0 hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-ink";
const LABEL = { rows: ROW, inline: ROW, cards: CARD, scale: STEP } as const;
const AROUND = {
  rows: undefined, inline: "flex flex-wrap gap-x-6", cards: "grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]",
  scale: "grid max-w-lg auto-cols-fr grid-flow-col overflow-hidden rounded-md border border-line-strong/60 bg-surface",
} as const;

/** One thing to tick, with its words beside it. */
export function Checkbox({ label, hint, className, ...rest }: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  return (
    <label className={cx(ROW, className)}>
      <input type="checkbox" className="choice" {...rest} />
      <span>
        {label}
        {hint && <span className="block text-sm text-ink-2">{hint}</span>}
      </span>
    </label>
  );
}

type GroupProps = {
  id: string;
  name: string;
  label: string;
  options: readonly Choice[];
  hint?: ReactNode;
  example?: ReactNode;
  error?: string;
  optional?: boolean;
  aside?: ReactNode;
  footer?: ReactNode;
  /** `rows` below each other, `inline` beside each other, `cards` for a choice that deserves thought, `scale` from one end to the other. */
  look?: keyof typeof LABEL;
  /** Spread onto every input: `register(name)` of react-hook-form, or an `onChange`. */
  input?: Omit<ComponentProps<"input">, "type" | "value" | "name" | "defaultValue">;
};

/** Any number of a few. */
export function CheckboxGroup({ defaultValue = [], ...group }: GroupProps & { defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" isChosen={(value) => defaultValue.includes(value)} />;
}

/** Exactly one of a few, all of them in view. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string | null }) {
  return <ChoiceGroup {...group} type="radio" isChosen={(value) => value === defaultValue} />;
}

function ChoiceGroup({ type, name, options, look = "rows", input, isChosen, ...field }: GroupProps & { type: "checkbox" | "radio"; isChosen: (value: string) => boolean }) {
  return (
    <FieldGroup {...field}>
      <div className={AROUND[look]}>
        {options.map((option) => (
          <label key={option.value} className={LABEL[look]}>
            <input type={type} name={name} value={option.value} defaultChecked={isChosen(option.value)} disabled={option.disabled} className={cx("choice", (look === "cards" || look === "scale") && "outline-none")} {...input} />
            <span>
              <span className={look === "cards" ? "font-medium" : undefined}>{option.label}</span>
              {option.hint && <span className="block text-sm text-ink-2">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
