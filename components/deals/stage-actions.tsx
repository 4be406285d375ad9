import { ActionButton } from "@/components/people/action-button";
import { moveDealAction } from "@/lib/deals/actions";
import { DEAL_MOVES, type DealMove, moveRefusal } from "@/lib/deals/lifecycle";
import type { DealStage } from "@/lib/platform/generated/enums";
import { DialogForm } from "./dialog-form";

type StageActionsProps = { deal: { id: string; revision: number; stage: DealStage; signedOn: Date | null } };

const STEPS = ["qualify", "propose"] as const satisfies DealMove[];
const WITH_REASON = {
  park: { title: "Park the deal", description: "Nothing happens with it until somebody revives it.", icon: "archive" },
  lose: { title: "The deal is lost", description: "Say what tipped the balance: it helps with the next one.", icon: "ban" },
  revive: { title: "Revive the deal", description: "It is qualified again from then on.", icon: "restart" },
} as const;

/** The stages that the deal can move to now, each as a button; those that need a reason ask for it. Winning stands with the contract. */
export function StageActions({ deal }: StageActionsProps) {
  const fields = { id: deal.id, revision: String(deal.revision) };
  const possible = (move: DealMove) => moveRefusal(move, deal) === null;
  return (
    <>
      {STEPS.filter(possible).map((move) => (
        <ActionButton key={move} action={moveDealAction} fields={{ ...fields, move }} size="sm" done="Moved">{DEAL_MOVES[move].label}</ActionButton>
      ))}
      {(Object.keys(WITH_REASON) as (keyof typeof WITH_REASON)[]).filter(possible).map((move) => (
        <DialogForm
          key={move} id={`move-${move}`} label={DEAL_MOVES[move].label} size="sm" variant="ghost" icon={WITH_REASON[move].icon}
          title={WITH_REASON[move].title} description={WITH_REASON[move].description} confirm={DEAL_MOVES[move].label}
          action={moveDealAction} fields={{ ...fields, move }} done="Moved" asked={[{ name: "reason", label: "Why", type: "area" }]}
        />
      ))}
    </>
  );
}
