import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/section";
import { startDeliveryAction } from "@/lib/handovers/actions";
import { keyName } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import { nextStep } from "@/lib/handovers/rules/next-step";
import { ActionForm } from "./action-form";
import { CloseButton } from "./dialogs";

/** What this person does next, and the one action that does it. */
export function NextStepCard({ head }: { head: HandoverHead }) {
  const step = nextStep({
    ...head,
    keys: head.keys.map(({ id, role, team, holder, isMine, state }) => ({ id, name: keyName(role, team), holder: holder.name, isMine, isOpen: state === "OPEN" })),
  });
  const { action } = step;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-md font-semibold">{step.title}</h2>
          <p className="text-ink-2">{step.sentence}</p>
        </div>
        {action && "href" in action && <ButtonLink href={action.href} variant={head.status === "WITHDRAWN" ? "secondary" : "primary"} iconAfter="arrow-right">{action.label}</ButtonLink>}
        {action && "does" in action && action.does === "start" && (
          <ActionForm action={startDeliveryAction} input={{ id: head.id, revision: head.revision }} submit={action.label} icon="play" done="Delivery has started." className="contents" />
        )}
        {action && "does" in action && action.does === "close" && <CloseButton variant="primary" />}
      </div>
    </Card>
  );
}
