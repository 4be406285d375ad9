"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { SaveState } from "@/components/form/save-state";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { clockText } from "@/components/ui/time-text";
import { Conflicts } from "./conflicts";
import { Refused } from "./field-notes";
import type { Saver, SaveView } from "./saver";
import { saverFor } from "./saver-for";
import type { Known } from "./visibility";
import { restore, wire } from "./wire";

type AutosaveProps = { handoverId: string; userId: string; /** The reader's. */ zone: string; known: Known; children: ReactNode };

const IDLE: SaveView = { state: "idle", savedAt: null, message: null, refused: new Map(), conflicts: new Map(), isOnDevice: true };

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

  const choose = () => {
    const first = form.current?.querySelector<HTMLElement>("[data-conflict], [data-part=value][aria-invalid=true]");
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  };
  return (
    <form ref={form} autoComplete="off" noValidate>
      <div className="no-print sticky top-bar z-20 -mx-1 flex min-h-9 items-center justify-end bg-canvas px-1 md:top-0"><Place view={view} zone={zone} onChoose={choose} /></div>
      <Trouble view={view} onRetry={() => void live?.saver.resume()} />
      <div hidden={view.state === "somebodyElse"}>
        {live && <Conflicts {...live} zone={zone} handoverId={handoverId} conflicts={view.conflicts} />}
        {children}
      </div>
      {live && [...view.refused].map(([key, sentence]) => <Refused key={key} root={live.root} field={key} sentence={sentence} />)}
    </form>
  );
}

function Place({ view, zone, onChoose }: { view: SaveView; zone: string; onChoose: () => void }) {
  const { state, savedAt, isOnDevice, refused } = view;
  if (refused.size > 0 && (state === "saved" || state === "idle")) return <SaveState state="refused" count={refused.size} onChoose={onChoose} />;
  if (state === "saved") return <SaveState state="saved" at={savedAt ? clockText(new Date(savedAt), zone) : ""} />;
  if (state === "stale") return <SaveState state="stale" onChoose={onChoose} />;
  if (state === "idle" || state === "saving") return <SaveState state={state} />;
  if (!isOnDevice) return <SaveState state="unkept" />;
  return <SaveState state={state === "retrying" || state === "offline" ? state : "kept"} />;
}

function Trouble({ view: { state, message, isOnDevice }, onRetry }: { view: SaveView; onRetry: () => void }) {
  if (state !== "signedOut" && state !== "somebodyElse" && state !== "stopped") return null;
  const here = location.pathname + location.search;
  const signIn = { href: `/sign-in?next=${encodeURIComponent(here)}`, ...(!isOnDevice && { target: "_blank" }) };
  return (
    <div className="mb-4">
      {state === "signedOut" && (
        <Banner tone="warning" live="alert" title="You are signed out." actions={<a className={buttonClass("primary", "sm")} {...signIn}>Sign in</a>}>
          {isOnDevice ? "What you typed is kept on this device; sign in and it is saved." : "Keep this page open, and sign in in another tab: then what you typed is saved."}
        </Banner>
      )}
      {state === "somebodyElse" && (
        <Banner tone="warning" icon="lock" live="alert" title={message ?? ""} actions={<a className={buttonClass("secondary", "sm")} href={here}>Open the brief as they see it</a>}>
          What you typed was not sent. It is kept on this device, and saved when you sign in here again.
        </Banner>
      )}
      {state === "stopped" && (
        <Banner tone="danger" live="alert" title={message ?? "This could not be kept."} actions={<Button size="sm" onClick={onRetry}>Try again</Button>}>
          {isOnDevice ? "What you typed is kept on this device." : "Keep this page open, or copy what you typed."}
        </Banner>
      )}
    </div>
  );
}
