import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { zoneOf } from "@/lib/auth/ctx";
import { handoverNumber, KEY_STATE_LOOK, keyName, STATUS_LOOK } from "@/lib/handovers/format";
import { getHandover } from "@/lib/handovers/queries/handover";
import { pageCtx } from "@/lib/http/page";

export const metadata: Metadata = { title: "Submitted" };

export default portalPage(async function SubmittedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await pageCtx();
  const head = await getHandover(ctx, id);
  const look = STATUS_LOOK[head.status];
  const isWaiting = head.status === "SUBMITTED";
  return (
    <div className="max-w-form space-y-8">
      <PageHeader
        title={isWaiting ? `Version ${head.briefVersion} is submitted` : `${handoverNumber(head.number)}, ${head.deal.name}`}
        crumbs={[{ href: "/handovers", label: "Handovers" }, { href: `/handovers/${id}`, label: handoverNumber(head.number) }]}
        aside={<Status tone={look.tone} icon={look.icon} look="pill">{look.label}</Status>}
      />
      {isWaiting && <Banner tone="success" title="The brief is with delivery now.">You stay accountable until it is accepted; {head.pm?.name ?? "the PM"} is from then on.</Banner>}
      <Section title="What happens next">
        <ol className="space-y-4">
          {head.keys.map(({ id: key, role, team, holder, state, dueAt }) => (
            <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line pb-3">
              <span><span className="font-medium">{holder.name}</span> <span className="text-ink-2">decides as {keyName(role, team)}{dueAt && state === "OPEN" && <>, <RelativeTime at={dueAt} now={ctx.now} zone={zoneOf(ctx)} /> at the latest</>}</span></span>
              <Status tone={KEY_STATE_LOOK[state].tone} icon={KEY_STATE_LOOK[state].icon}>{KEY_STATE_LOOK[state].label}</Status>
            </li>
          ))}
        </ol>
        <ul className="list-disc space-y-1 ps-5 pt-2 text-ink-2">
          <li>If something is missing, it comes back with a list of points, and you are told at once.</li>
          <li>When it is accepted, you organise the first call and observe from then on; {head.pm?.name ?? "the PM"} takes the work from there.</li>
          <li>The brief cannot be changed meanwhile, so that everybody decides on the same text.</li>
        </ul>
      </Section>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={`/handovers/${id}`}>Open the handover</ButtonLink>
        <ButtonLink href="/">My work</ButtonLink>
      </div>
    </div>
  );
});
