"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { acceptAndGo, addPoints, type Outcome, returnAndGo } from "@/components/inbox/decide";
import { useKeys } from "@/components/inbox/use-keys";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { closeDialog, Dialog, openDialog } from "@/components/ui/dialog";
import { RefusedAction } from "@/components/ui/refused-action";
import { toast, undoLatest } from "@/components/ui/toast";
import type { PointTarget } from "@/lib/handovers/queries/review";
import type { Refusal } from "@/lib/platform/errors";
import { keptPoints, targetOf } from "./points";

const ReturnForm = lazy(() => import("./return-form").then(({ ReturnForm: form }) => ({ default: form })));
const ConditionsForm = lazy(() => import("./conditions-form").then(({ ConditionsForm: form }) => ({ default: form })));

type DecideBarProps = {
  id: string;
  keyId: string;
  briefVersion: number;
  /** `decide`: my key waits. `add`: somebody returned it, and I may add points. */
  mode: "decide" | "add";
  /** Why it cannot be accepted without conditions, e.g. a promise that is not reconciled (P8.2). */
  acceptRefusal: Refusal | null;
  /** Why not even with one, e.g. a start at risk that has expired (P1.1). */
  conditionsRefusal: Refusal | null;
  unreconciled: readonly string[];
  targets: readonly PointTarget[];
  owners: readonly { id: string; name: string }[];
  singleKeys: boolean;
};

const RETURN = "return-dialog";
const CONDITIONS = "conditions-dialog";

/** Where a reviewer decides: always within reach, also on a phone. Hears every "Return this" on the page. */
export function DecideBar({ id, keyId, briefVersion, mode, acceptRefusal, conditionsRefusal, unreconciled, targets, owners, singleKeys }: DecideBarProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Outcome>(null);
  const [opened, setOpened] = useState<"return" | "conditions" | null>(null);
  const [chosen, setChosen] = useState<{ target: string; n: number } | null>(null);
  const [written, setWritten] = useState(0);
  const which = { id, keyId, briefVersion };
  const next = () => router.push("/inbox/next");

  async function run(decide: () => Promise<Outcome>): Promise<boolean> {
    setBusy(true);
    setTold(null);
    const outcome = await decide();
    setBusy(false);
    setTold(outcome);
    if (outcome === null) return true;
    if (outcome.code === "CONFLICT" || outcome.code === "FORBIDDEN") closeAll();
    return false;
  }

  const sayWhy = ({ reason }: Refusal) => void toast(reason, { tone: "warning", lasts: 10_000 });

  function accept() {
    if (acceptRefusal) return sayWhy(acceptRefusal);
    void run(() => acceptAndGo({ ...which, conditions: [] }, router, next));
  }

  function open(what: "return" | "conditions", target?: string) {
    setOpened(what);
    if (target !== undefined) setChosen((last) => ({ target, n: (last?.n ?? 0) + 1 }));
    openDialog(what === "return" ? RETURN : CONDITIONS);
  }

  function closeAll() {
    closeDialog(RETURN);
    closeDialog(CONDITIONS);
    setWritten(keptPoints(keyId, briefVersion).length);
  }

  const returnThis = useEffectEvent((event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-return-field]") : null;
    if (!button) return;
    const { returnField = "", returnRow } = button.dataset;
    const target = targets.find(({ field, rowId }) => (returnRow ? rowId === returnRow : field === returnField && rowId === null));
    open("return", target ? targetOf(target.field, target.rowId) : "");
  });
  const resume = useEffectEvent(() => {
    setWritten(keptPoints(keyId, briefVersion).length);
    if (location.hash === "#return") open("return");
    if (location.hash === "#conditions" && mode === "decide" && !conditionsRefusal) open("conditions");
  });

  useEffect(() => {
    const timer = setTimeout(() => resume());
    document.addEventListener("click", returnThis);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", returnThis);
    };
  }, []);

  useKeys(singleKeys, {
    ...(mode === "decide" && { a: accept, c: () => (conditionsRefusal ? sayWhy(conditionsRefusal) : open("conditions")) }),
    r: () => open("return"),
    z: () => void undoLatest(),
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
      <div className="no-print sticky bottom-14 z-30 -mx-4 mt-10 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 sm:-mx-6 sm:px-6 md:bottom-0 md:-mx-8 md:px-8 lg:-mx-10 lg:px-10">
        {mode === "decide" && (
          <>
            {acceptRefusal
              ? <RefusedAction reason={acceptRefusal.reason} rule={acceptRefusal.rule}>Accept</RefusedAction>
              : <Button variant="primary" icon="check" shortcut={singleKeys ? "a" : undefined} pending={busy} onClick={accept} className="max-sm:flex-1">Accept</Button>}
            {conditionsRefusal
              ? <RefusedAction reason={conditionsRefusal.reason} rule={conditionsRefusal.rule}>Accept with conditions</RefusedAction>
              : <Button shortcut={singleKeys ? "c" : undefined} disabled={busy} onClick={() => open("conditions")} className="max-sm:order-last max-sm:w-full">Accept with conditions</Button>}
          </>
        )}
        <Button icon="corner-up-left" shortcut={singleKeys ? "r" : undefined} disabled={busy} onClick={() => open("return")} className="max-sm:flex-1">
          {written > 0 ? `${returnLabel} (${written})` : returnLabel}
        </Button>
      </div>
      <Dialog
        id={RETURN}
        size="lg"
        title={mode === "add" ? "Add points to the return" : "Return the brief"}
        description="The contact owner gets one list, grouped by field."
      >
        {opened === "return" && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <ReturnForm
              keyId={keyId} briefVersion={briefVersion} targets={targets} chosen={chosen} submitLabel={mode === "add" ? "Add these points" : "Return the brief"}
              onClose={closeAll}
              onSend={(points) => run(async () => {
                const outcome = mode === "add" ? await addPoints({ ...which, points }) : await returnAndGo({ ...which, points }, router, next);
                if (outcome === null) closeDialog(RETURN);
                return outcome;
              })}
            />
          </Suspense>
        )}
      </Dialog>
      <Dialog id={CONDITIONS} size="lg" title="Accept with conditions" description="Each condition has an owner and a date. The PM follows them up.">
        {opened === "conditions" && (
          <Suspense fallback={<p className="text-ink-2">One moment…</p>}>
            <ConditionsForm
              owners={owners} unreconciled={unreconciled} onClose={closeAll}
              onSend={(conditions) => run(async () => {
                const outcome = await acceptAndGo({ ...which, conditions }, router, next);
                if (outcome === null) closeDialog(CONDITIONS);
                return outcome;
              })}
            />
          </Suspense>
        )}
      </Dialog>
    </>
  );
}
