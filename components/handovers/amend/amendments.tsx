import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { ActionForm } from "@/components/handovers/overview/action-form";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { decideAmendmentAction } from "@/lib/handovers/actions";
import type { AmendedVersion } from "@/lib/handovers/queries/amendment";

type AmendmentsProps = { id: string; amendments: readonly AmendedVersion[]; now: Date; zone: string };
type Confirmation = AmendedVersion["confirmations"][number];

/** What the PM amended after acceptance, and whether those concerned confirmed it (B4). */
export function Amendments({ id, amendments, now, zone }: AmendmentsProps) {
  return (
    <Section title="Amendments" id="amendments">
      <ol className="divide-y divide-line border-y border-line">
        {amendments.map(({ version, reason, at, by, confirmations }) => (
          <li key={version} className="space-y-3 py-4">
            <div>
              <p className="whitespace-pre-line">{reason}</p>
              <p className="text-ink-2">
                <TextLink href={`/handovers/${id}/versions?from=${version - 1}&to=${version}`}>Version {version}</TextLink>, by {by} <RelativeTime at={at} now={now} zone={zone} />
              </p>
            </div>
            {confirmations.map((one) => <Asked key={one.id} id={id} one={one} />)}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Asked({ id, one }: { id: string; one: Confirmation }) {
  const side = one.kind === "COMMERCIAL" ? "Commercial" : `Technical${one.team ? `, ${one.team}` : ""}`;
  return (
    <div className="rounded-md bg-sunken p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{side}: {one.holder}</span>
        {one.state === "OPEN" && <Status tone="warning" icon="circle-dot">Waits to be confirmed</Status>}
        {one.state === "CONFIRMED" && <Status tone="success" icon="circle-check">{`Confirmed${one.decidedBy ? ` by ${one.decidedBy}` : ""}`}</Status>}
        {one.state === "REFUSED" && <Status tone="danger" icon="x">{`Refused${one.decidedBy ? ` by ${one.decidedBy}` : ""}`}</Status>}
      </div>
      <p className="text-ink-2">{one.reason}</p>
      {one.note && <p className="mt-1 whitespace-pre-line">“{one.note}”</p>}
      {one.state === "REFUSED" && <p className="mt-1 text-ink-2">The PM amends again, or settles it with them.</p>}
      {one.state === "OPEN" && one.refusal === null && (
        <div className="mt-3 flex flex-wrap items-start gap-4">
          <ActionForm action={decideAmendmentAction} input={{ id, confirmationId: one.id, decision: "CONFIRMED" }} submit="Confirm" size="sm" icon="check" done="The amendment is confirmed." className="contents" />
          <details className="min-w-0 flex-1 basis-64">
            <summary className="min-h-7 py-0.5 text-ink-2 hover:text-ink pointer-coarse:min-h-11">Something speaks against it</summary>
            <ActionForm action={decideAmendmentAction} input={{ id, confirmationId: one.id, decision: "REFUSED" }} prefix={`refuse-${one.id}`} submit="Refuse" variant="secondary" size="sm" done="The PM is told.">
              <Field id={`refuse-${one.id}-note`} label="What speaks against it">{(control) => <TextArea {...control} name="note" rows={2} />}</Field>
            </ActionForm>
          </details>
        </div>
      )}
    </div>
  );
}
