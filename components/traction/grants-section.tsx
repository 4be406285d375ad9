import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { absoluteTime } from "@/components/ui/time-text";
import { involvementLabel } from "@/lib/traction/format";
import type { InvolvementKind } from "@/lib/traction/rules/traction";
import { RevokeForm } from "./traction-form";

type GrantRow = {
  id: string; allows: InvolvementKind; reason: string; until: Date; score: number; needed: number; grantedAt: Date; by: string;
  revokedAt: Date | null; revokedBy: string | null; revokedReason: string; isInForce: boolean;
};
type GrantsSectionProps = { id: string; grants: readonly GrantRow[]; max: number; mayRevoke: boolean; revoking?: string; now: Date; zone: string };

/** P5.2: what was allowed against the rule: who, why, until when. */
export function GrantsSection({ id, grants, max, mayRevoke, revoking, now, zone }: GrantsSectionProps) {
  if (grants.length === 0) return null;
  return (
    <Section title="Granted against the rule" id="grants">
      <ol className="divide-y divide-line border-y border-line">
        {grants.map((grant) => (
          <li key={grant.id} className="space-y-1 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <span className="font-medium">{involvementLabel(grant.allows)}</span>
              {grant.isInForce ? <Status tone="warning" icon="lock-open">{`Until ${absoluteTime(grant.until, zone)}`}</Status>
                : <Status tone="neutral" icon="lock">{grant.revokedAt ? "Revoked" : "Ended"}</Status>}
            </p>
            <p className="max-w-reading whitespace-pre-wrap [overflow-wrap:anywhere]">{grant.reason}</p>
            <p className="text-sm text-ink-2">
              {grant.by}, <RelativeTime at={grant.grantedAt} now={now} zone={zone} focusable={false} />, with {grant.score} of {max} points where the rule asks for {grant.needed}
              {grant.revokedAt && <> · revoked by {grant.revokedBy ?? "somebody"}: {grant.revokedReason}</>}
              {mayRevoke && grant.isInForce && revoking !== grant.id && <> · <TextLink href={`/deals/${id}/traction?revoke=${grant.id}#revoke`}>Revoke<span className="sr-only"> {involvementLabel(grant.allows)}</span></TextLink></>}
            </p>
            {mayRevoke && grant.isInForce && revoking === grant.id && <div id="revoke" className="pt-2"><RevokeForm id={id} grantId={grant.id} /></div>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
