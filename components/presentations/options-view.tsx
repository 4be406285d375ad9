import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { moneyText } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { dayText } from "@/lib/deals/format";
import { weeksText } from "@/lib/options/format";
import type { Presented, PresentedOption } from "@/lib/options/rules/presented";
import { HoursRange, PhaseTable } from "./hours-range";

type OptionsViewProps = {
  view: Presented;
  version?: number;
  chosenId?: string | null;
  /** Below each option: how to choose it. */
  action?: (option: PresentedOption) => ReactNode;
  /** The page's own heading is another one: this is a part of it. */
  isPart?: boolean;
};

const NUMBERS = ["no", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const waysText = (count: number): string => `${NUMBERS[count] ?? String(count)} ${count === 1 ? "way" : "ways"} to do it`;

/**
 * The options side by side, as the client is shown them (P7.5): on the client's page, while presenting, and on paper. Each line of
 * facts stands at one height across the options, so that the eye compares; on a phone they stand one below the other.
 */
export function OptionsView({ view, version, chosenId = null, action, isPart = false }: OptionsViewProps) {
  const most = Math.max(...view.options.map(({ total }) => total.high));
  const [Title, Name] = isPart ? (["h3", "h4"] as const) : (["h1", "h2"] as const);
  return (
    <div>
      <header className={isPart ? "mb-6" : "mb-10 max-w-reading sm:mb-14"}>
        <p className="text-md font-medium text-ink-2">{view.organisation} for {view.client}</p>
        <Title className={isPart ? "mt-1 text-xl font-semibold" : "mt-3 text-3xl font-semibold tracking-tight sm:text-[2.75rem] sm:leading-[3.125rem]"}>{waysText(view.options.length)}</Title>
        <p className="mt-3 text-md text-ink-2">
          Presented by {view.presenter} on {dayText(view.day)}{version ? `, version ${version}` : ""}. Valid until {dayText(view.validUntil)}.
        </p>
      </header>
      <div className="options-grid">
        {view.options.map((option, index) => (
          <article key={option.id} aria-label={option.name} className={cx("option-column rounded-xl border bg-surface p-6 sm:p-8", option.id === chosenId ? "border-accent shadow-md" : "border-line shadow-sm")}>
            <div>
              <p className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
                <span>Option {index + 1}</span>
                {option.id === chosenId && <Status look="pill" tone="success" icon="circle-check">Chosen</Status>}
              </p>
              <Name className="text-xl font-semibold [overflow-wrap:anywhere] sm:text-2xl">{option.name}</Name>
              <p className="mt-3 text-md whitespace-pre-line [overflow-wrap:anywhere] text-ink-2">{option.plainWords}</p>
            </div>
            <dl className="space-y-4 border-y border-line py-5">
              <Fact term="Price"><span className="text-2xl font-semibold">{moneyText(option.price.minor, option.price.currency)}</span></Fact>
              <Fact term="Duration"><span className="text-lg font-medium">{weeksText(option.weeks.low, option.weeks.high)}</span></Fact>
              <div>
                <dt className="mb-2 text-sm text-ink-2">Effort</dt>
                <dd><HoursRange hours={option.total} most={most} /></dd>
              </div>
            </dl>
            <Lines title="What speaks for it" icon="check" tone="text-success-ink" lines={option.benefits} level={isPart ? "h5" : "h3"} />
            <Lines title="What could get in the way" icon="alert-triangle" tone="text-warning-ink" lines={option.risks} level={isPart ? "h5" : "h3"} />
            <Lines title="What it builds on" icon="corner-down-right" tone="text-ink-3" lines={option.assumptions} level={isPart ? "h5" : "h3"} />
            <Lines title="Not included" icon="x" tone="text-ink-3" lines={option.exclusions} level={isPart ? "h5" : "h3"} />
            <Lines title={`What ${view.client} provides`} icon="arrow-right" tone="text-accent-ink" lines={option.clientProvides} level={isPart ? "h5" : "h3"} />
            <PhaseTable option={option.name} phases={option.phases} />
            <div className="no-print self-end">{action?.(option)}</div>
          </article>
        ))}
      </div>
    </div>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4">
    <dt className="text-sm text-ink-2">{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Lines({ title, icon, tone, lines, level: Level }: { title: string; icon: IconName; tone: string; lines: readonly string[]; level: "h3" | "h5" }) {
  return (
    <div>
      <Level className="mb-2 text-base font-semibold">{title}</Level>
      {lines.length === 0 ? <p className="text-ink-2">Nothing in particular.</p> : (
        <ul className="space-y-2">
          {lines.map((line, index) => (
            <li key={index} className="flex gap-2.5 text-md">
              <Icon name={icon} size={16} className={cx("mt-1 shrink-0", tone)} />
              <span className="min-w-0 [overflow-wrap:anywhere]">{line}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
