import { DateInput } from "@/components/form/text-input";
import { Select } from "@/components/form/select";
import { FilterBar } from "@/components/ui/filter-bar";
import { dayText } from "@/lib/handovers/format";
import { reportHref } from "@/lib/reports/format";
import type { PipelineReport } from "@/lib/reports/queries/pipeline";
import type { Figure, FigureParams } from "@/lib/reports/schema";
import { PERIOD_WORDS } from "./words";

type Part = Partial<Omit<FigureParams, "figure" | "after">> & { figure?: Figure };
type Props = { path: string; report: Pick<PipelineReport, "choices" | "filters">; /** What the list shows, carried along. */ part?: Part; /** Today in the reader's zone: no figures lie ahead. */ today: string };

/** The filters of every report. They live in the address, so that Back, a bookmark and a mail show the same figures. */
export function ReportFilters({ path, report: { choices, filters }, part = {}, today }: Props) {
  const { team, owner, asOf } = filters;
  const without = (name: "team" | "owner" | "asOf") => reportHref(path, { ...filters, [name]: undefined }, part);
  const teamName = choices.teams.find(({ id }) => id === team)?.name;
  const ownerName = choices.owners.find(({ id }) => id === owner)?.name;
  return (
    <FilterBar
      action={path}
      keep={Object.fromEntries(Object.entries(part).filter((entry): entry is [string, string] => typeof entry[1] === "string"))}
      active={[
        ...(teamName ? [{ label: teamName, removeHref: without("team") }] : []),
        ...(ownerName ? [{ label: ownerName, removeHref: without("owner") }] : []),
        ...(asOf ? [{ label: `As of ${dayText(asOf)}`, removeHref: without("asOf") }] : []),
      ]}
      clearHref={reportHref(path, { period: "90" }, part)}
    >
      <Select name="team" aria-label="Team" placeholder="All teams" options={choices.teams.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={team ?? ""} className="!w-auto" />
      <Select name="owner" aria-label="Contact owner" placeholder="All contact owners" options={choices.owners.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={owner ?? ""} className="!w-auto" />
      <Select name="period" aria-label="Period" options={Object.entries(PERIOD_WORDS).map(([value, label]) => ({ value, label }))} defaultValue={filters.period} className="!w-auto" />
      <label className="flex items-center gap-2 text-sm text-ink-2">
        As of
        <DateInput name="asOf" defaultValue={asOf ?? ""} max={today} className="!w-auto" />
      </label>
    </FilterBar>
  );
}
