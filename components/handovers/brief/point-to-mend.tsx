import { Threads } from "@/components/handovers/reading/threads";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { ReturnPointDto } from "@/lib/handovers/queries/brief";
import type { Thread } from "@/lib/handovers/queries/threads";
import { anchorOf } from "./anchor";
import { PointNote } from "./point-note";

/** One point on the fix page (P1.8): its suggested wording is taken with one tap; it can be answered, and marked as resolved. */
export function PointToMend({ point, thread, isTaken }: { point: ReturnPointDto; thread: Thread | undefined; isTaken: boolean }) {
  if (!thread) return <PointNote points={[point]} />;
  const canTake = point.suggestion !== "" && point.target !== null;
  const take = canTake && (
    <div className="flex min-h-8 flex-wrap items-center">
      <Button
        size="sm" variant="primary" icon="check" hidden={isTaken} data-action="use" data-for={anchorOf(point.target ?? "", point.rowId)} data-text={point.suggestion}
        data-suggestion={thread.id} data-by={point.by}
      >
        Use this wording
      </Button>
      <span hidden={!isTaken} data-taken={thread.id} className="[&>.status]:whitespace-normal"><Status tone="success" icon="circle-check">{`Wording suggested by ${point.by}, taken`}</Status></span>
    </div>
  );
  return <div className="mb-4"><Threads threads={[thread]} canAnswer isSeller take={take} /></div>;
}
