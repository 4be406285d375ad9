import { Status } from "@/components/ui/status";
import { blockOf, ChangedMark, CommentButton, type Talk } from "@/components/handovers/reading/block";
import { ListThreads } from "@/components/handovers/reading/rows";
import { Threads } from "@/components/handovers/reading/threads";
import { dayText, PROMISE_CONTRACT_LOOK } from "@/lib/handovers/format";
import type { PromiseRow } from "@/lib/handovers/rules/promises";

type Shown = PromiseRow & { owner: string };

/** Every promise against the contract (P8.2): what was said, whether it is in, who keeps it and until when. */
export function ContractList({ promises, talk }: { promises: readonly Shown[]; talk?: Talk }) {
  return (
    <>
      <ul className="max-w-reading divide-y divide-line border-y border-line empty:hidden">
        {promises.map((promise) => (
          <li key={promise.rowId} {...blockOf("promises.text", { rowId: promise.rowId, label: `Promises: ${promise.text.slice(0, 40)}`, talk, isWording: true })} className="scroll-mt-20 rounded-sm py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <p className="min-w-0 flex-1 basis-64 text-md whitespace-pre-line [overflow-wrap:anywhere]"><span data-words="">{promise.text}</span>{talk?.changedAt?.has(promise.rowId) && <ChangedMark />}</p>
              <ContractStatus contract={promise.contract} />
            </div>
            <p className="flex min-h-6 items-center justify-between gap-2 text-ink-2">
              <span>{[promise.clause, promise.owner && `${promise.owner} keeps it`, promise.due && `until ${dayText(promise.due)}`].filter(Boolean).join(", ") || "Nobody is named to keep it"}</span>
              {talk?.mayComment?.has("promises.text") && <CommentButton label={`promise “${promise.text.slice(0, 40)}”`} />}
            </p>
            {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.rowId === promise.rowId)} />}
          </li>
        ))}
      </ul>
      <ListThreads list="promises" talk={talk} />
    </>
  );
}

/** Where a promise stands against the contract, in a word. */
export function ContractStatus({ contract }: { contract: PromiseRow["contract"] }) {
  if (contract === null) return <Status tone="danger" icon="alert-triangle">Not reconciled</Status>;
  const { label, icon, tone } = PROMISE_CONTRACT_LOOK[contract];
  return <Status tone={tone} icon={icon}>{label}</Status>;
}
