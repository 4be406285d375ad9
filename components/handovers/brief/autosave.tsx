"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { SaveState } from "@/components/form/save-state";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { clockText } from "@/components/ui/time-text";
import type { Current } from "./change";
import { writeTyped } from "./controls";
import { Conflict, Refused } from "./field-notes";
import type { Saver, SaveView } from "./saver";
import { saverFor } from "./saver-for";
import type { Known } from "./visibility";
import { restore, wire } from "./wire";

type AutosaveProps = { handoverId: string; userId: string; /** The reader's. */ zone: string; known: Known; children: ReactNode };

const IDLE: SaveView = { state: "idle", savedAt: null, message: null, refused: new Map(), conflicts: new Map() };

/**
 * Keeps every answer inside it, as it is typed (P1.3): the form itself comes from the server. Says in one fixed place
 * whether what was typed is safe; what is not lies on this device until it is.
 */
export function Autosave({ handoverId, userId, zone, known, children }: AutosaveProps) {
  const form = useRef<HTMLFormElement>(null);
  const [view, setView] = useState(IDLE);
  const [live, setLive] = useState<{ root: HTMLElement; saver: Saver } | null>(null);

  useEffect(() => {
    const root = form.current;
    if (!root) return;
    const saver = saverFor(handoverId, userId, setView);
    const untie = wire(root, saver, known);
    const replay = async () => {
      restore(root, await saver.adopt());
      await saver.flush();
    };
    void replay();
    const again = setTimeout(() => void replay(), 1_500); // a page that was just left may still have held its name
    setLive({ root, saver });
    root.dataset.ready = "true";
    return () => { clearTimeout(again); untie(); saver.close(); };
  }, [handoverId, userId, known]);

  return (
    <form ref={form} autoComplete="off" noValidate>
      <div className="no-print sticky top-bar z-20 -mx-1 flex min-h-9 items-center justify-end bg-canvas px-1 md:top-0"><Place view={view} zone={zone} /></div>
      <Trouble view={view} onRetry={() => void live?.saver.resume()} />
      {children}
      {live && [...view.refused].map(([key, sentence]) => <Refused key={key} root={live.root} field={key} sentence={sentence} />)}
      {live && [...view.conflicts].map(([key, current]) => (
        <Conflict key={key} root={live.root} field={key} current={current} zone={zone} onKeep={() => void live.saver.keepMine(key)} onTake={() => take(live, key, current)} />
      ))}
    </form>
  );
}

function Place({ view, zone }: { view: SaveView; zone: string }) {
  if (view.state === "saved" && view.savedAt) return <SaveState state="saved" at={clockText(new Date(view.savedAt), zone)} />;
  if (view.state === "signedOut" || view.state === "stopped") return <span role="status" className="text-sm text-warning-ink">Not saved, kept on this device</span>;
  return <SaveState state={view.state === "saved" ? "idle" : view.state} />;
}

function Trouble({ view, onRetry }: { view: SaveView; onRetry: () => void }) {
  if (view.state === "signedOut") {
    const here = location.pathname + location.search;
    return (
      <div className="mb-4">
        <Banner tone="warning" live="alert" title="You are signed out." actions={<a className={buttonClass("primary", "sm")} href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</a>}>
          What you typed is kept on this device; sign in and it is saved.
        </Banner>
      </div>
    );
  }
  if (view.state !== "stopped") return null;
  return (
    <div className="mb-4">
      <Banner tone="danger" live="alert" title={view.message ?? "This could not be kept."} actions={<Button size="sm" onClick={onRetry}>Try again</Button>}>
        What you typed is kept on this device.
      </Banner>
    </div>
  );
}

/** What somebody else kept goes into the form; its details, where it is no plain value, come with the page. */
function take({ root, saver }: { root: HTMLElement; saver: Saver }, key: string, current: Current) {
  saver.takeTheirs(key);
  const answer = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (current.state !== "VALUE") void saver.flush().then(() => location.reload());
  else if (answer) writeTyped(answer, { state: "VALUE", value: current.value });
}
