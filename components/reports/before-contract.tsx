import type { ReactNode } from "react";
import { Stat, Stats } from "@/components/charts/stat";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Card, Section } from "@/components/ui/section";
import { ASKING, clockMinutes } from "@/lib/involvement/format";
import { COMPLEXITY_WORDS } from "@/lib/policies/format";
import { reportHref } from "@/lib/reports/format";
import type { BeforeContract } from "@/lib/reports/queries/before-contract";
import { EARLY_METRICS, type EarlyFigure, OUTCOME_NAMES, type Sum } from "@/lib/reports/rules/before-contract";
import { TRIAL_OUTCOMES, TRIAL_STATES } from "@/lib/trials/format";
import { DriftTable, RealityTables } from "./foretold";
import { EARLY_PATH } from "./report-tabs";

type Part = { figure: EarlyFigure } & Partial<Record<"outcome" | "source" | "state" | "result" | "owner" | "first" | "foretold" | "turned" | "hand", string>>;

/** The address of a list or file of R4, with the page's filters. */
export function earlyHref(kind: "list" | "csv", filters: BeforeContract["filters"], { figure, owner, ...part }: Part): string {
  const base = reportHref(`${EARLY_PATH}/${kind}`, { ...filters, ...(owner && { owner }) });
  return `${base}${base.includes("?") ? "&" : "?"}${new URLSearchParams({ figure, ...part }).toString()}`;
}

/** R4 in its first form: hours on won and lost deals, trial tasks, grants, complex work without delivery; each number opens its list. */
export function BeforeContractReport({ report }: { report: BeforeContract }) {
  const { hours, trials, grants, overrides, reality, drift, uninvolved, filters } = report;
  const list = (part: Part) => earlyHref("list", filters, part);
  const csv = (figure: EarlyFigure) => <ButtonLink href={earlyHref("csv", filters, { figure })} size="sm" icon="download">CSV</ButtonLink>;
  return (
    <div className="space-y-10">
      <Stats>
        {OUTCOME_NAMES.map((outcome) => (
          <Stat key={outcome} label={`Hours, ${hours.outcomes[outcome].label.toLowerCase()}`} value={clockMinutes(hours.outcomes[outcome].minutes)} detail={dealsText(hours.outcomes[outcome].deals)} href={list({ figure: "hours", outcome })} />
        ))}
        <Stat label="Trial tasks" value={trials.count} href={list({ figure: "trials" })} />
        <Stat label="Grants" value={grants.count} href={list({ figure: "grants" })} />
        <Stat label="Complex, nobody involved" value={uninvolved} href={list({ figure: "uninvolved" })} />
      </Stats>
      <Section title={`${EARLY_METRICS.hours.title}, on lost deals`} description={EARLY_METRICS.hours.sentence} actions={csv("hours")}>
        {hours.outcomes.lost.deals === 0 ? <p className="text-ink-2">Nothing was spent on deals that are lost.</p> : (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Sums header="Contact owner" sums={hours.sellers} href={({ key }) => list({ figure: "hours", outcome: "lost", owner: key })} />
            <Sums header="Source" sums={hours.sources} href={({ key }) => list({ figure: "hours", outcome: "lost", source: key })} />
          </div>
        )}
      </Section>
      <Section title={EARLY_METRICS.trials.title} description={EARLY_METRICS.trials.sentence} actions={csv("trials")}>
        {trials.count === 0 ? <p className="text-ink-2">No trial task was asked for in this period.</p> : (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Counts header="State" rows={trials.states.map(({ state, count }) => ({ key: state, label: TRIAL_STATES[state].label, count, href: list({ figure: "trials", state }) }))} />
            {trials.results.some(({ count }) => count > 0) && <Counts header="What came of it" rows={trials.results.map(({ result, count }) => ({ key: result, label: TRIAL_OUTCOMES[result], count, href: list({ figure: "trials", result }) }))} />}
          </div>
        )}
      </Section>
      <Section title={EARLY_METRICS.grants.title} description={EARLY_METRICS.grants.sentence} actions={csv("grants")}>
        {grants.count === 0 ? <p className="text-ink-2">Nothing was granted against the rules in this period.</p>
          : <Half><Counts header="Granted" rows={grants.kinds.map(({ kind, count, used }) => ({ key: kind, label: `${ASKING[kind].label} (${used} used)`, count, href: list({ figure: "grants" }) }))} /></Half>}
      </Section>
      <Section title={EARLY_METRICS.overrides.title} description={EARLY_METRICS.overrides.sentence} actions={csv("overrides")}>
        {overrides.count === 0 ? <p className="text-ink-2">Every class was the rubric&apos;s own.</p>
          : <Half><Counts header="From the rubric's class to another" rows={overrides.kinds.map(({ fromClass, toClass, count }) => ({ key: `${fromClass} ${toClass}`, label: `From ${COMPLEXITY_WORDS[fromClass]} to ${COMPLEXITY_WORDS[toClass]}`, count, href: list({ figure: "overrides" }) }))} /></Half>}
      </Section>
      <Section title={EARLY_METRICS.reality.title} description={EARLY_METRICS.reality.sentence} actions={csv("reality")}>
        <RealityTables reality={reality} href={(part) => list({ figure: "reality", ...part })} />
      </Section>
      <Section title={EARLY_METRICS.drift.title} description={EARLY_METRICS.drift.sentence} actions={csv("drift")}>
        <DriftTable drift={drift} href={(part) => list({ figure: "drift", ...part })} />
      </Section>
      <Section title={EARLY_METRICS.uninvolved.title} description={EARLY_METRICS.uninvolved.sentence} actions={csv("uninvolved")}>
        <p>{uninvolved === 0 ? "There is none." : <a className="text-accent-ink underline" href={list({ figure: "uninvolved" })}>{dealsText(uninvolved)}</a>}</p>
      </Section>
    </div>
  );
}

const dealsText = (count: number): string => (count === 1 ? "1 deal" : `${count} deals`);

function Sums({ header, sums, href }: { header: string; sums: readonly Sum[]; href: (sum: Sum) => string }) {
  return (
    <Card flush>
      <DataTable
        plain caption={`Lost time by ${header.toLowerCase()}`} captionHidden rows={sums} rowKey={({ key }) => key || "none"} rowHref={href}
        columns={[
          { key: "label", header, cell: ({ label }) => label },
          { key: "deals", header: "Deals", cell: ({ deals }) => deals, numeric: true },
          { key: "minutes", header: "Hours", cell: ({ minutes }) => clockMinutes(minutes), numeric: true },
        ]}
      />
    </Card>
  );
}

/** A table of two columns takes half of the page, as those beside each other do. */
const Half = ({ children }: { children: ReactNode }) => <div className="grid gap-6 lg:grid-cols-2">{children}</div>;

type Count = { key: string; label: string; count: number; href: string };
function Counts({ header, rows }: { header: string; rows: readonly Count[] }) {
  return (
    <Card flush>
      <DataTable
        plain caption={header} captionHidden rows={rows.filter(({ count }) => count > 0)} rowKey={({ key }) => key} rowHref={({ href }) => href}
        columns={[{ key: "label", header, cell: ({ label }) => label }, { key: "count", header: "Number", cell: ({ count }) => count, numeric: true }]}
      />
    </Card>
  );
}
