import { cx } from "./cx";
import { Icon } from "./icon";

const FILL = { accent: "bg-accent", success: "bg-success-ink", warning: "bg-warning-ink", danger: "bg-danger-ink", neutral: "bg-line-strong" } as const;

type MeterProps = {
  label: string;
  value: number;
  max: number;
  /** The value in words, shown beside the label: "12 of 15", "80 %". */
  text: string;
  tone?: keyof typeof FILL;
  labelHidden?: boolean;
};

/** How much of something: a bar and its value in words. */
export function Meter({ label, value, max, text, tone = "accent", labelHidden }: MeterProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="min-w-0">
      <div className={cx("flex justify-between gap-3 text-sm", labelHidden && "sr-only")}>
        <span className="text-ink-2">{label}</span>
        <span className="font-medium">{text}</span>
      </div>
      <div role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={Math.min(value, max)} aria-valuetext={text} className="track mt-1 h-1.5 overflow-hidden rounded-full bg-line">
        <div className={cx("fill h-full rounded-full", FILL[tone])} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

type CompletenessProps = { /** Gates submitting. */ required: { done: number; total: number }; /** 0 to 100; never gates. */ quality: number };

/** The two numbers of a brief: required, which gates submitting, and quality, which never does. */
export function Completeness({ required, quality }: CompletenessProps) {
  const complete = required.done >= required.total;
  return (
    <div className="grid gap-3">
      <Meter label="Required" value={required.done} max={required.total} text={complete ? "All answered" : `${required.done} of ${required.total}`} tone={complete ? "success" : "accent"} />
      <Meter label="Quality" value={quality} max={100} text={`${Math.round(quality)} %`} tone="neutral" />
    </div>
  );
}

/** The same in one line, for a cell of a list. */
export function CompletenessLine({ required, quality }: CompletenessProps) {
  const complete = required.done >= required.total;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <Icon name={complete ? "circle-check" : "circle-dashed"} className={complete ? "text-success-ink" : "text-ink-3"} />
        {required.done} of {required.total} required
      </span>
      <span className="whitespace-nowrap text-ink-2">{Math.round(quality)} % quality</span>
    </span>
  );
}
