"use client";

import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { Hit } from "@/lib/search/schema";
import { type Command, goCommands, hitCommands, matching, pageCommands } from "./commands";

const WAIT_MS = 120;

/** The palette: what this page offers, with its keys, where one can go, and what the portal finds. A combobox over a list. */
export default function PaletteDialog({ opened }: { opened: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [known, setKnown] = useState<Command[]>([]);
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const { hits, isAsking } = useHits(q);
  const commands = [...matching(known, useDeferredValue(q)), ...hitCommands(hits, q)];
  const isNothing = q.trim() !== "" && !isAsking && commands.length <= 1;
  const current = commands[Math.min(at, commands.length - 1)];

  useEffect(() => {
    if (dialog.current?.open !== false) return;
    setKnown([...pageCommands(), ...goCommands()]);
    setQ("");
    setAt(0);
    dialog.current.showModal();
  }, [opened]);

  useEffect(() => {
    dialog.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  function choose(command: Command) {
    dialog.current?.close();
    if (command.href !== undefined) location.assign(command.href);
    else command.run?.();
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((now) => (Math.min(now, commands.length - 1) + step + commands.length) % Math.max(1, commands.length));
    else if (event.key === "Enter" && current && !event.nativeEvent.isComposing) choose(current);
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog} closedby="any" aria-label="Commands"
      className="mx-auto mt-[10dvh] mb-auto w-[calc(100vw-1.5rem)] max-w-[38rem] overflow-hidden rounded-xl border border-line bg-raised p-0 text-ink shadow-lg"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-ink-3" />
        <input
          value={q} onChange={({ target }) => { setQ(target.value); setAt(0); }} onKeyDown={press}
          role="combobox" aria-label="A command, a page, a client or a number" aria-expanded aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          placeholder="Command, page, client, number" autoComplete="off" spellCheck={false} maxLength={200}
          className="min-h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3"
        />
        <Kbd>Esc</Kbd>
      </div>
      {isNothing && <p className="px-4 pt-3 text-ink-2">Nothing is called that.</p>}
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className="max-h-[min(26rem,60dvh)] overflow-y-auto p-2">
        {[...Map.groupBy(commands, ({ group }) => group)].map(([group, some]) => (
          <div key={group} role="group" aria-label={group} className="pb-1">
            <div aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-ink-2">{group}</div>
            {some.map((command) => (
              <div
                key={command.id} id={`${id}-${command.id}`} role="option" aria-selected={command === current} tabIndex={-1}
                onClick={() => choose(command)} onPointerMove={() => setAt(commands.indexOf(command))}
                className={cx("flex min-h-9 cursor-pointer items-center gap-x-3 rounded-md max-sm:flex-wrap px-2 py-1.5 pointer-coarse:min-h-11", command === current && "bg-accent-soft")}
              >
                <span className={cx("min-w-0 flex-1 truncate", command.detail && "max-sm:basis-full")}>{command.label}</span>
                {command.detail && <span className="shrink-0 truncate text-sm text-ink-2 sm:max-w-[45%]">{command.detail}</span>}
                {command.keys && <span className="flex shrink-0 gap-1">{command.keys.split(" ").map((key) => <Kbd key={key}>{key}</Kbd>)}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">{isAsking ? "" : `${String(commands.length)} found`}</p>
    </dialog>
  );
}

/** What the portal finds for this text, a moment after the typing paused; what came for an older text is let go. */
function useHits(q: string): { hits: Hit[]; isAsking: boolean } {
  const [found, setFound] = useState<{ q: string; hits: Hit[] }>({ q: "", hits: [] });
  const asked = q.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/search?${new URLSearchParams({ q: asked })}`, { signal: leaving.signal })
        .then(async (response) => setFound({ q: asked, hits: response.ok ? ((await response.json()) as Hit[]) : [] }))
        .catch(() => undefined); // typed on, or without a connection: the page's own commands remain
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);
  return { hits: asked.length < 2 ? [] : found.hits, isAsking: asked.length >= 2 && found.q !== asked };
}
