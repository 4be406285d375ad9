"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { acceptAndGo, addPoints, type Outcome, returnAndGo } from "@/components/inbox/decide";
import { useKeys } from "@/components/inbox/use-keys";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { closeDialog, Dialog, openDialog } from "@/components/ui/dialog";
import { RefusedAction } from "@/components/ui/refused-action";
import { orReload } from "@/components/ui/renewed";
import { toast, undoLatest } from "@/components/ui/toast";
import type { CellTargets, PointTarget } from "@/lib/handovers/queries/review";
import type { Refusal } from "@/lib/platform/errors";
import { type Block, blockAround, findBlock, step, wordsOfCell } from "./block";
import { type Draft, says } from "./drafts";
import { cellsAt } from "./target-options";
import { NotRead, type PartToRead } from "./not-read";
import { type StartDraft, useDrafts } from "./use-drafts";

const ReturnForm = lazy(() => import("./return-form").then(({ ReturnForm: form }) => ({ default: form }), orReload));
const ConditionsForm = lazy(() => import("./conditions-form").then(({ ConditionsForm: form }) => ({ default: form }), orReload));
const CommentForm = lazy(() => import("./comment-form").then(({ CommentForm: form }) => ({ default: form }), orReload));
const MendForm = lazy(() => import("./mend-form").then(({ MendForm: form }) => ({ default: form }), orReload));

type DecideBarProps = {
  id: string;
  keyId: string;
  briefVersion: number;
  /** `decide`: my key waits. `add`: somebody returned it, and I may add points. */
  mode: "decide" | "add";
  /** What this key decides on, in words; null for the whole brief. */
  covers: string | null;
  /** Why it cannot be accepted without conditions, e.g. a promise that is not reconciled (P8.2). */
  acceptRefusal: Refusal | null;
  /** Why not even with one, e.g. a start at risk that has expired (P1.1). */
  conditionsRefusal: Refusal | null;
  unreconciled: readonly string[];
  targets: readonly PointTarget[];
  cells: CellTargets;
  owners: readonly { id: string; name: string }[];
  pending: readonly StartDraft[];
  parts: readonly PartToRead[];
  singleKeys: boolean;
};

const DIALOGS = { return: "return-dialog", conditions: "conditions-dialog", comment: "comment-dialog", mend: "mend-dialog" } as const;
type Opened = { what: keyof typeof DIALOGS; block: Block | null; draft: Draft | null; n: number };

/** Where a reviewer comments and decides: always within reach, also on a phone. Hears every "Comment" on the page. */
export function DecideBar({ id, keyId, briefVersion, mode, covers, acceptRefusal, conditionsRefusal, unreconciled, targets, cells, owners, pending, parts, singleKeys }: DecideBarProps) {
  const router = useRouter();
  const { drafts, view } = useDrafts(id, keyId, pending);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Outcome>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const which = { id, keyId, briefVersion };
  const waiting = view.drafts.filter(says).length;
  const isWriting = opened?.what === "comment" || opened?.what === "return";

  async function run(decide: () => Promise<Outcome>): Promise<boolean> {
    setBusy(true);
    setTold(null);
    const isKept = await drafts.flush();
    const outcome = isKept ? await decide() : UNKEPT;
    setBusy(false);
    setTold(outcome);
    if (outcome === null) { drafts.sent(); close(); return true; }
    if (outcome.code === "CONFLICT" || outcome.code === "FORBIDDEN") close();
    return false;
  }
  const sayWhy = ({ reason }: Refusal) => void toast(reason, { tone: "warning", lasts: 10_000 });
  const next = () => router.push("/inbox/next");

  function accept() {
    if (acceptRefusal) return sayWhy(acceptRefusal);
    void run(() => acceptAndGo({ ...which, conditions: [] }, router, next));
  }
  function open(what: Opened["what"], block: Block | null = null, draft: Draft | null = null) {
    setOpened((last) => ({ what, block, draft, n: (last?.n ?? 0) + 1 }));
    openDialog(DIALOGS[what]);
  }
  function close() {
    for (const one of Object.values(DIALOGS)) closeDialog(one);
    void drafts.flush();
  }
  const newDraft = (at?: Pick<Draft, "field" | "rowId">): Draft => ({ commentId: crypto.randomUUID(), field: "", rowId: null, text: "", reason: null, suggestion: "", ...at });

  function comment(block: Block | null) {
    if (!block) return void toast("Choose a field first, with j and k.", { tone: "info" });
    if (!block.mayComment) return void toast(`“${block.label}” is for the PM to decide. ${covers ?? ""}`, { tone: "info" });
    const mine = view.drafts.find(({ field, rowId }) => field === block.field && rowId === block.rowId);
    open("comment", block, mine ?? newDraft({ field: block.field, rowId: block.rowId }));
  }
  async function discard(commentId: string) {
    const gone = await drafts.discard(commentId);
    if (gone && says(gone)) toast("The comment is gone.", { undo: () => drafts.write(gone) });
  }

  /** Opens the typo of what a comment is about: of the field, of the row's title, or of one of its cells. */
  function mend(draft: Draft) {
    const block = opened?.block;
    const words = block && (draft.field === block.field ? block.words : wordsOfCell(block, draft.field));
    return mode === "decide" && words ? () => { close(); open("mend", { ...block, field: draft.field, words }, draft); } : null;
  }

  const press = useEffectEvent((event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-comment], [data-draft]") : null;
    if (!button) return;
    const draft = view.drafts.find(({ commentId }) => commentId === button.dataset.draft);
    if (draft) open("comment", findBlock(draft), draft);
    else comment(blockAround(button));
  });
  const resume = useEffectEvent(() => {
    if (location.hash === "#return") open("return");
    if (location.hash === "#conditions" && mode === "decide" && !conditionsRefusal) open("conditions");
  });
  useEffect(() => {
    const timer = setTimeout(() => resume());
    document.addEventListener("click", press);
    return () => { clearTimeout(timer); document.removeEventListener("click", press); };
  }, []);
  /** What was written shows at its field once the page is drawn again. */
  const closed = () => { void drafts.flush().then(() => { if (isWriting) router.refresh(); }); };

  useKeys(singleKeys, {
    ...(mode === "decide" && { a: accept, w: () => (conditionsRefusal ? sayWhy(conditionsRefusal) : open("conditions")) }),
    c: () => comment(blockAround(document.activeElement)),
    r: () => open("return"),
    j: () => void step("", 1),
    k: () => void step("", -1),
    n: () => void (step("[data-change]", 1) || toast("Nothing that you can read has changed.", { tone: "info" })),
    p: () => void step("[data-change]", -1),
    z: undoLatest,
    u: () => router.push("/inbox"),
  });

  const returnLabel = mode === "add" ? "Add points" : "Return";
  return (
    <>
      {told && (
        <div className="mt-6">
          <Banner tone="danger" live="alert" title="This was not done" actions={<ButtonLink href={`/handovers/${id}`} size="sm">See how it stands</ButtonLink>}>{told.message}</Banner>
        </div>
      )}
      <div className="no-print sticky bottom-14 z-30 -mx-4 mt-10 space-y-2 border-t border-line bg-canvas px-4 py-3 sm:-mx-6 sm:px-6 md:bottom-0 md:-mx-8 md:px-8 lg:-mx-10 lg:px-10">
        <div className="flex flex-wrap items-center gap-2">
          {mode === "decide" && (
            <>
              {acceptRefusal
                ? <RefusedAction reason={acceptRefusal.reason} rule={acceptRefusal.rule}>Accept</RefusedAction>
                : <Button variant="primary" icon="check" shortcut={singleKeys ? "a" : undefined} pending={busy} onClick={accept} className={ONE_ROW}>Accept</Button>}
              {conditionsRefusal
                ? <RefusedAction reason={conditionsRefusal.reason} rule={conditionsRefusal.rule}>Accept with conditions</RefusedAction>
                : <Button shortcut={singleKeys ? "w" : undefined} disabled={busy} onClick={() => open("conditions")} className={ONE_ROW}><span><span className="max-sm:hidden">Accept </span><span className="inline-block max-sm:first-letter:uppercase">with conditions</span></span></Button>}
            </>
          )}
          <Button icon="corner-up-left" shortcut={singleKeys ? "r" : undefined} disabled={busy} onClick={() => open("return")} className={ONE_ROW}>
            {waiting > 0 ? `${returnLabel} (${waiting})` : returnLabel}
          </Button>
          {waiting > 0 && mode === "decide" && <p className="text-sm text-ink-2 max-sm:hidden">{waiting === 1 ? "One comment goes" : `${waiting} comments go`} with it</p>}
        </div>
        <NotRead id={id} version={briefVersion} parts={parts} />
      </div>
      <Dialog id={DIALOGS.comment} isSheet title={opened?.block?.label ?? "Comment"} description="Only you see it until you accept or return." onClose={closed}>
        {opened?.what === "comment" && opened.draft && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <CommentForm
              key={opened.n} draft={opened.draft} cells={cellsAt(cells, opened.draft)} view={view} onClose={close}
              onWrite={(draft) => drafts.write(draft)}
              onDiscard={() => { close(); if (opened.draft) void discard(opened.draft.commentId); }}
              onMend={mend}
            />
          </Suspense>
        )}
      </Dialog>
      <Dialog id={DIALOGS.mend} isSheet title={`Mend a typo: ${opened?.block?.label ?? ""}`} description="The wording alone, in your name. The seller sees it, and no key is asked again.">
        {opened?.what === "mend" && opened.block?.words && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <MendForm
              key={opened.n} where={{ ...which, field: opened.block.field, rowId: opened.block.rowId }} words={opened.block.words} onDone={close}
              onSuggest={(suggestion) => { const { block, draft } = opened; close(); open("comment", block, { ...(draft ?? newDraft(block ?? undefined)), reason: "UNCLEAR", suggestion }); }}
            />
          </Suspense>
        )}
      </Dialog>
      <Dialog id={DIALOGS.return} size="lg" title={mode === "add" ? "Add points to the return" : "Return the brief"} description="The contact owner gets one list, grouped by field." onClose={closed}>
        {opened?.what === "return" && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <ReturnForm
              key={opened.n} view={view} targets={targets} cells={cells} busy={busy} submitLabel={mode === "add" ? "Add these points" : "Return the brief"}
              newDraft={() => ({ ...newDraft(), reason: "MISSING" })} onWrite={(draft) => drafts.write(draft)} onDiscard={(commentId) => void discard(commentId)} onClose={close}
              onSend={() => void run(() => (mode === "add" ? addPoints(which).then((outcome) => { if (!outcome) router.refresh(); return outcome; }) : returnAndGo(which, router, next)))}
            />
          </Suspense>
        )}
      </Dialog>
      <Dialog id={DIALOGS.conditions} size="lg" title="Accept with conditions" description="Each condition has an owner and a date. The PM follows them up.">
        {opened?.what === "conditions" && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <ConditionsForm owners={owners} targets={targets} unreconciled={unreconciled} onClose={close} onSend={(conditions) => run(() => acceptAndGo({ ...which, conditions }, router, next))} />
          </Suspense>
        )}
      </Dialog>
    </>
  );
}

/** Side by side on a phone, down to 320 px. */
const ONE_ROW = "max-sm:flex-1 max-sm:px-2.5 max-sm:[&>:is(svg,kbd)]:hidden";
const UNKEPT: Outcome = { ok: false, code: "UNAVAILABLE", message: "Your comments are not all kept yet, so nothing was decided. Try again in a moment." };
