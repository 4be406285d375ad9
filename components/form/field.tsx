import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

/** What a control takes from its field, so that a reader hears label, hint and error together. */
export type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type FieldProps = {
  /** The control's id; an error summary links to it. */
  id: string;
  label: string;
  labelHidden?: boolean;
  /** One sentence before the control: what to write, or why we ask. */
  hint?: ReactNode;
  /** A good answer, shown on demand. */
  example?: ReactNode;
  /** What is wrong and how to mend it, e.g. "Enter the go-live date". */
  error?: string;
  optional?: boolean;
  /** Beside the label: where a value came from, who else is typing. */
  aside?: ReactNode;
  /** Below the control: "don't know yet", a comment of the reviewer. */
  footer?: ReactNode;
  /** Receives the control's id and descriptions: `{(control) => <TextInput {...control} name="..." />}`. */
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint, example, error and one control. For several controls under one question see `FieldGroup`. */
export function Field({ id, label, labelHidden, hint, example, error, optional, aside, footer, children }: FieldProps) {
  return (
    <div data-field={id} className={cx("min-w-0 space-y-1.5", error && "border-s-2 border-danger-ink ps-3")}>
      <div className={cx("flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1", labelHidden && "sr-only")}>
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <OptionalMark />}
        </label>
        {aside && <span className="text-sm text-ink-2">{aside}</span>}
      </div>
      <FieldNotes id={id} hint={hint} example={example} error={error} />
      {children(controlProps(id, { hint, error }))}
      {footer}
    </div>
  );
}

type FieldGroupProps = Omit<FieldProps, "children" | "labelHidden"> & { children: ReactNode };

/** A question with several controls: the label is a legend. Used by radios and checkboxes, and for an address or a period. */
export function FieldGroup({ id, label, hint, example, error, optional, aside, footer, children }: FieldGroupProps) {
  const described = controlProps(id, { hint, error });
  return (
    <fieldset id={id} data-field={id} aria-describedby={described["aria-describedby"]} aria-invalid={described["aria-invalid"]} className={cx("min-w-0 space-y-1.5", error && "border-s-2 border-danger-ink ps-3")}>
      <legend className="mb-1.5 flex w-full flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <span className="font-medium">
          {label}
          {optional && <OptionalMark />}
        </span>
        {aside && <span className="text-sm text-ink-2">{aside}</span>}
      </legend>
      <FieldNotes id={id} hint={hint} example={example} error={error} />
      {children}
      {footer}
    </fieldset>
  );
}

/** The attributes that tie a control to its hint and error; for a control outside `Field`. */
export function controlProps(id: string, { hint, error }: { hint?: unknown; error?: unknown }): ControlProps {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true as const } : {}) };
}

function OptionalMark() {
  return <span className="font-normal text-ink-2"> (optional)</span>;
}

function FieldNotes({ id, hint, example, error }: Pick<FieldProps, "id" | "hint" | "example" | "error">) {
  return (
    <>
      {hint && <p id={`${id}-hint`} className="-mt-1 max-w-reading text-ink-2">{hint}</p>}
      {example && (
        <details className="disclosure text-ink-2">
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm hover:text-ink">
            <Icon name="chevron-right" size={14} className="chevron" />
            An example
          </summary>
          <div className="mt-1 border-s-2 border-line ps-3 whitespace-pre-line">{example}</div>
        </details>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 font-medium text-danger-ink">
          <Icon name="alert-circle" className="mt-[0.1875rem]" />
          <span><span className="sr-only">Error: </span>{error}</span>
        </p>
      )}
    </>
  );
}
