import { Status } from "@/components/ui/status";
import { dayText } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";

/** P1.1: signed, or a start at risk until a day, or neither. */
export function SignedStatus({ deal: { signedOn, atRisk, atRiskUntil } }: { deal: HandoverHead["deal"] }) {
  if (signedOn) return <Status tone="success" icon="circle-check">{`Signed on ${dayText(signedOn)}`}</Status>;
  const until = atRiskUntil ? dayText(atRiskUntil.slice(0, 10)) : "";
  switch (atRisk) {
    case "approved": return <Status tone="warning" icon="alert-triangle">{`Verbal: a start at risk until ${until}`}</Status>;
    case "requested": return <Status tone="warning" icon="hourglass">{`Verbal: a start at risk until ${until}, not approved yet`}</Status>;
    case "expired": return <Status tone="danger" icon="alert-triangle">{`The start at risk ended on ${until}`}</Status>;
    case "none": return <Status tone="neutral" icon="circle-dashed">Not signed yet</Status>;
  }
}
