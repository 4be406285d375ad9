import { PolicyNote } from "@/components/policies/policy-note";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/banner";
import { Status } from "@/components/ui/status";
import type { Attendee } from "@/lib/handovers/rules/attendees";
import type { ReactNode } from "react";

const PRESENCE = {
  required: { label: "Required", icon: "circle-check", tone: "info" },
  optional: { label: "Optional", icon: "circle-dashed", tone: "neutral" },
  "kept out": { label: "Kept out", icon: "circle-slash", tone: "neutral" },
} as const;

type AttendeeListProps = {
  attendees: readonly Attendee[];
  /** Of the policy of the first call that computed it. */
  version: number;
  /** What can be done about one of them, e.g. a waiver. */
  actions?: (attendee: Attendee) => ReactNode;
};

/** Who belongs in the first call, who may come, and who is kept out, each with the reason and its rule (P2.1 to P2.5). */
export function AttendeeList({ attendees, version, actions }: AttendeeListProps) {
  const sides = [
    { key: "ours", title: "From our side" },
    { key: "client", title: "From the client" },
  ] as const;
  return (
    <div className="space-y-6">
      {sides.map(({ key, title }) => (
        <div key={key}>
          <h3 className="text-sm font-medium text-ink-2">{title}</h3>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {attendees.filter(({ side }) => side === key).map((one) => <Row key={one.key} one={one} actions={actions?.(one)} />)}
          </ul>
        </div>
      ))}
      <PolicyNote kind="ATTENDEE_PARAMETERS" version={version} />
    </div>
  );
}

function Row({ one, actions }: { one: Attendee; actions: ReactNode }) {
  const { label, icon, tone } = PRESENCE[one.presence];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className={one.person ? "font-medium" : "font-medium text-danger-ink"}>{one.person?.name ?? "Nobody yet"}</span>
          <span className="text-ink-2">{one.as}</span>
          {one.organiser && <Badge icon="calendar">Organises the call</Badge>}
          {one.insteadOf && <Badge icon="user">Instead of {one.insteadOf.name}</Badge>}
        </p>
        <p className="text-ink-2">{one.reason} <span className="text-sm text-ink-3">Rule {one.rule}</span></p>
        {one.remedy && <Notice tone="danger">{one.remedy}</Notice>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Status tone={one.remedy ? "danger" : tone} icon={one.remedy ? "alert-triangle" : icon}>{one.remedy ? "Missing" : label}</Status>
        {actions}
      </div>
    </li>
  );
}
