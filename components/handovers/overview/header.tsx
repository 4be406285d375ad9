import type { ReactNode } from "react";
import { PresencePlace } from "@/components/live/presence-place";
import { PageHeader } from "@/components/ui/page-header";
import { Status } from "@/components/ui/status";
import { handoverNumber, STATUS_LOOK } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";

type HandoverHeaderProps = { head: HandoverHead; crumbs?: { href: string; label: string }[]; actions?: ReactNode; /** This page counts as reviewing: others are told who is here. */ here?: boolean };

/** What a handover is called everywhere: the client, the deal and the number, and how it stands. */
export function HandoverHeader({ head, crumbs = [{ href: "/handovers", label: "Handovers" }], actions, here }: HandoverHeaderProps) {
  const { label, icon, tone } = STATUS_LOOK[head.status];
  return (
    <PageHeader
      title={head.client.name}
      crumbs={crumbs}
      aside={<><Status tone={tone} icon={icon} look="pill">{label}</Status><PresencePlace handoverId={head.id} here={here} /></>}
      description={<>{head.deal.name} · <span className="whitespace-nowrap">{handoverNumber(head.number)}</span>{head.teams.length > 0 && ` · ${head.teams.map(({ name }) => name).join(", ")}`}</>}
      actions={actions}
    />
  );
}
