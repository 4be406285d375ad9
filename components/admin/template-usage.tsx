import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card, Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import { USAGES, type UsageState } from "@/lib/policies/format";
import type { UsingHandover, VersionUsage } from "@/lib/policies/queries/usage";

type UsageProps = { versions: VersionUsage[]; open: { version: VersionUsage; state: UsageState; handovers: UsingHandover[] } | null; now: Date; zone: string };

const STATES = Object.keys(USAGES) as UsageState[];

/** How many handovers use each version; each number opens its list, as far as the reader sees it. */
export function TemplateUsage({ versions, open, now, zone }: UsageProps) {
  return (
    <div className="space-y-10">
      <Card flush>
        <DataTable
          caption="Versions" captionHidden rows={versions} rowKey={({ id }) => id} isCurrent={({ id }) => id === open?.version.id}
          columns={[
            { key: "version", header: "Version", nowrap: true, cell: ({ version }) => <>Version {version}{version === versions[0]?.version && <> <Badge tone="success">in force</Badge></>}</> },
            {
              key: "published", header: "Published",
              cell: ({ publishedAt, by }) => publishedAt ? <>{by && `${by}, `}<RelativeTime at={publishedAt} now={now} zone={zone} focusable={false} /></> : "With the portal",
            },
            ...STATES.map((state) => ({
              key: state, header: USAGES[state].label, numeric: true,
              cell: ({ version, uses }: VersionUsage) => uses[state] === 0 ? <span className="text-ink-2">0</span>
                : <TextLink href={`?version=${version}&state=${state}#list`}>{uses[state]}<span className="sr-only"> {USAGES[state].label.toLowerCase()} on version {version}</span></TextLink>,
            })),
          ]}
        />
      </Card>
      {open && <UsingList {...open} />}
    </div>
  );
}

function UsingList({ version, state, handovers }: NonNullable<UsageProps["open"]>) {
  const hidden = version.uses[state] - handovers.length;
  return (
    <Section id="list" title={`${USAGES[state].label} on version ${version.version}`}>
      {handovers.length > 0 && (
        <Card flush>
          <DataTable
            caption={`${USAGES[state].label} on version ${version.version}`} captionHidden rows={handovers} rowKey={({ id }) => id} rowHref={({ id }) => `/handovers/${id}`}
            columns={[
              { key: "number", header: "Handover", nowrap: true, cell: ({ number }) => handoverNumber(number) },
              { key: "deal", header: "Client and deal", cell: ({ client, deal }) => `${client}: ${deal}` },
              { key: "status", header: "Status", cell: ({ status }) => <Status tone={STATUS_LOOK[status].tone} icon={STATUS_LOOK[status].icon}>{STATUS_LOOK[status].label}</Status> },
            ]}
          />
        </Card>
      )}
      {hidden > 0 && <p className="text-ink-2">{handovers.length > 0 ? `${hidden} more` : hidden === 1 ? "It" : `All ${hidden}`} {hidden === 1 ? "is" : "are"} outside what you can see. An admin counts handovers, and reads one only with a role in it.</p>}
    </Section>
  );
}
