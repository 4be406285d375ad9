import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Card } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { TemplateLine } from "@/lib/policies/queries/usage";

export const templateHref = (teamId: string, rest = ""): string => `/admin/templates/${teamId}${rest}`;

const live = ({ drafts, review, delivery }: TemplateLine["current"]) => drafts + review + delivery;

/** The template of every delivery team: the version in force, the draft of the next one, and who uses which. */
export function TemplateList({ templates, now, zone }: { templates: TemplateLine[]; now: Date; zone: string }) {
  const usage = (teamId: string, count: number, label: string) =>
    count === 0 ? <span className="text-ink-2">0</span> : <TextLink href={templateHref(teamId, "/usage")}>{count}<span className="sr-only"> {label}</span></TextLink>;
  return (
    <Card flush>
      <DataTable
        caption="Brief templates" captionHidden rows={templates} rowKey={({ teamId }) => teamId}
        columns={[
          { key: "team", header: "Team", cell: ({ teamId, team, active }) => <><TextLink href={templateHref(teamId)}>{team}</TextLink>{!active && <> <Badge>inactive</Badge></>}</> },
          { key: "inForce", header: "In force", nowrap: true, cell: ({ inForce }) => <>Version {inForce.version}</> },
          {
            key: "draft", header: "Draft", cell: ({ draft }) => draft
              ? <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1"><Badge tone="info" icon="pencil">Version {draft.version}</Badge> {draft.at && <span className="text-sm text-ink-2">{draft.by ?? "Somebody"}, <RelativeTime at={draft.at} now={now} zone={zone} focusable={false} /></span>}</span>
              : <span className="text-ink-2">None</span>,
          },
          { key: "drafts", header: "Drafts on older versions", numeric: true, cell: ({ teamId, older }) => usage(teamId, older.drafts, "drafts on older versions") },
          { key: "live", header: "Live handovers", numeric: true, cell: ({ teamId, current, older }) => usage(teamId, live(current) + live(older), "live handovers") },
        ]}
      />
    </Card>
  );
}
