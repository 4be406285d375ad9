import { PolicyNote } from "@/components/policies/policy-note";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { KEY_STATE_LOOK, keyName } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";

type KeysPanelProps = { head: Pick<HandoverHead, "keys" | "status">; /** The version of the clocks that they run by. */ clocks: number; now: Date; zone: string };

/** Every key with its holder, how it stands and, while it is asked, by when (P1.7). */
export function KeysPanel({ head: { keys, status }, clocks, now, zone }: KeysPanelProps) {
  if (keys.length === 0) return null;
  const isAsked = status === "SUBMITTED";
  return (
    <section aria-labelledby="keys" className="space-y-2">
      <h2 id="keys" className="text-sm font-medium text-ink-2">Keys</h2>
      <ul className="divide-y divide-line border-y border-line">
        {keys.map((key) => (
          <li key={key.id} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 py-2">
            <span className="min-w-0">
              {key.holder.name}
              <span className="block text-sm text-ink-2">{keyName(key.role, key.team)}{key.isMine && ", yours"}{key.isWriters && "; wrote the brief, which solo mode allows"}</span>
            </span>
            <span className="text-end">
              {key.state === "OPEN" && !isAsked
                ? <Status tone="neutral" icon="circle-dashed">Not decided</Status>
                : <Status tone={KEY_STATE_LOOK[key.state].tone} icon={KEY_STATE_LOOK[key.state].icon}>{KEY_STATE_LOOK[key.state].label}</Status>}
              <span className="block text-sm text-ink-2">
                {isAsked && key.state === "OPEN" && key.dueAt && <>due <RelativeTime at={key.dueAt} now={now} zone={zone} tipAlign="end" /></>}
                {key.state === "ACCEPTED" && key.acceptedVersion && `version ${key.acceptedVersion}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {isAsked && keys.some(({ state, dueAt }) => state === "OPEN" && dueAt) && <PolicyNote kind="CLOCKS" version={clocks} />}
    </section>
  );
}
