import { cx } from "@/components/ui/cx";
import { seriesColour } from "./palette";

type Part = { key: string; label: string; value: number; href?: string };

type StackedBarProps = { title: string; titleHidden?: boolean; parts: readonly Part[]; format?: (value: number) => string };

/** One whole in its parts: a single bar, and below it each part with its figure and share. The list below is the table. */
export function StackedBar({ title, titleHidden, parts, format = String }: StackedBarProps) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const share = (value: number) => (total > 0 ? (value / total) * 100 : 0);
  return (
    <div className="min-w-0 space-y-3">
      <p className={titleHidden ? "sr-only" : "font-semibold"}>{title}</p>
      <div aria-hidden="true" className="track flex h-3 gap-0.5 overflow-hidden rounded-sm bg-sunken">
        {parts.map((part, index) => part.value > 0 && (
          <span key={part.key} className={cx("swatch block min-w-0.5", seriesColour(index).background)} style={{ width: `${share(part.value)}%` }} />
        ))}
      </div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-6 gap-y-2">
        {parts.map((part, index) => (
          <div key={part.key}>
            <dt className="flex items-center gap-1.5 text-sm text-ink-2">
              <span aria-hidden="true" className={cx("swatch size-2.5 rounded-sm", seriesColour(index).background)} />
              {part.label}
            </dt>
            <dd className="font-medium">
              {part.href ? <a href={part.href} className="rounded-sm hover:underline">{format(part.value)}</a> : format(part.value)}
              <span className="ms-2 font-normal text-ink-2">{Math.round(share(part.value))} %</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
