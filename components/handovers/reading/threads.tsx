import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { RETURN_REASONS } from "@/lib/handovers/format";
import type { Thread } from "@/lib/handovers/queries/threads";
import { type Outcome, OUTCOME_LOOK } from "@/lib/handovers/rules/comments";

export type ThreadsShown = {
  threads: readonly Thread[];
  /** What became of the points of earlier versions. */
  outcomes?: ReadonlyMap<string, Outcome>;
  /** Whether this person may answer, and mark as resolved what others wrote. */
  canAnswer?: boolean;
  isSeller?: boolean;
  /** Below the suggested wording: how it is taken. */
  take?: ReactNode;
};

/** What a thread is about, as a heading: the field, or the row by its title. */
export const placeOf = ({ label, row }: Pick<Thread, "label" | "row">): string =>
  row ? `${row.one.charAt(0).toUpperCase()}${row.one.slice(1)}${row.title ? ` “${shortened(row.title)}”` : ""}` : label;

const shortened = (title: string): string => (title.length > 80 ? `${title.slice(0, 77).trimEnd()}…` : title);

/** Comments about one field or row (P1.8). Plain HTML: the buttons are heard by `ThreadActions`, the drafts by the decide bar. */
export function Threads({ threads, ...shown }: ThreadsShown) {
  if (threads.length === 0) return null;
  return (
    <ul className="mt-2 space-y-3" data-threads="">
      {threads.map((thread) => (
        <li key={thread.id} id={`comment-${thread.id}`} className="scroll-mt-24">
          {thread.resolvedBy !== null
            ? (
              <details className="disclosure text-ink-2">
                <summary className="inline-flex min-h-6 items-center gap-1 text-sm hover:text-ink">
                  <Icon name="chevron-right" size={14} className="chevron" />
                  {thread.by}’s comment, resolved{thread.resolvedBy && ` by ${thread.resolvedBy}`}
                </summary>
                <OneThread thread={thread} {...shown} />
              </details>
            )
            : <OneThread thread={thread} {...shown} />}
        </li>
      ))}
    </ul>
  );
}

/** Wording that would do, set apart so that it is read as such (P1.8). */
export function Suggested({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="my-2 space-y-2 rounded-md bg-sunken px-3 py-2">
      <div>
        <p className="text-sm text-ink-2">Suggested wording</p>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
      </div>
      {children}
    </div>
  );
}

function OneThread({ thread, outcomes, canAnswer, isSeller, take }: { thread: Thread } & Omit<ThreadsShown, "threads">) {
  const { id, row, by, version, reason, text, suggestion, isPending, isMine, answers, resolvedBy } = thread;
  const outcome = outcomes?.get(id);
  return (
    <div className={isPending ? "rounded-md border border-dashed border-line-strong px-3 py-2" : "border-s-2 border-warning-line ps-3"}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {isPending ? <Badge icon="pencil">Pending: only you see it</Badge> : reason ? <Badge tone="warning" icon="corner-up-left">{RETURN_REASONS[reason]}</Badge> : <Badge tone="info" icon="message-square">Comment</Badge>}
        {isPending ? reason && <Badge tone="warning">{RETURN_REASONS[reason]}</Badge> : <span className="text-sm text-ink-2">{by}, on version {version}</span>}
        {outcome && <Status tone={OUTCOME_LOOK[outcome].tone} icon={OUTCOME_LOOK[outcome].icon}>{outcome === "taken" && !isMine ? `Wording suggested by ${by}` : OUTCOME_LOOK[outcome].label}</Status>}
      </p>
      {row?.isGone
        ? <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2"><Badge icon="trash">Removed</Badge><span className="min-w-0 [overflow-wrap:anywhere]">On {row.title ? `the ${row.one} “${shortened(row.title)}”` : `a ${row.one}`}{row.cell && `, ${row.cell}`}: no longer in the brief</span></p>
        : row?.cell && <p className="text-sm text-ink-2">On: {row.cell}</p>}
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
      {suggestion && <Suggested text={suggestion}>{take}</Suggested>}
      {answers.length > 0 && (
        <ul className="mt-2 space-y-2 border-s border-line ps-3">
          {answers.map((answer) => <li key={answer.id}><span className="text-sm text-ink-2">{answer.by} answered</span><p className="whitespace-pre-line [overflow-wrap:anywhere]">{answer.text}</p></li>)}
        </ul>
      )}
      {isPending
        ? <div className="no-print mt-1"><Button size="sm" variant="ghost" icon="pencil" data-draft={id}>Edit</Button></div>
        : canAnswer && (
          <div className="no-print -ms-2.5 mt-1 flex flex-wrap items-start gap-x-2">
            <details className="disclosure min-w-0 open:basis-full">
              <summary className={buttonClass("ghost", "sm")}><Icon name="corner-down-right" />Answer</summary>
              <div className="mt-1 mb-2 space-y-2 ps-2.5" data-answering={id}>
                <textarea rows={2} maxLength={2_000} aria-label={`Answer to ${by}’s comment on ${thread.label}`} className="control w-full" />
                <p role="alert" className="text-sm text-danger-ink" hidden />
                <Button size="sm" data-answer-thread={id}>Send the answer</Button>
              </div>
            </details>
            {(isMine || isSeller) && (
              <Button size="sm" variant="ghost" icon={resolvedBy === null ? "check" : "undo"} data-resolve={id} data-resolved={resolvedBy === null ? "true" : "false"}>
                {resolvedBy === null ? "Mark as resolved" : "Open again"}
              </Button>
            )}
          </div>
        )}
    </div>
  );
}
