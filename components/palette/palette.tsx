"use client";

import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { orReload } from "@/components/ui/renewed";
import { pageFor } from "./go";

const PaletteDialog = lazy(() => import("./palette-dialog").catch(orReload));

/** How long the letter after `g` is waited for. */
const LETTER_MS = 1_500;

/** Is the press meant for a field, a dialog or a menu? */
const isElsewhere = ({ target }: Event) =>
  target instanceof HTMLElement && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog, [popover]") !== null;

/**
 * Cmd or Ctrl and K, `?`, or a click on what is marked `data-palette`, opens the palette, which is loaded then; `g` and a
 * letter goes to a page. Single keys only where the person has not turned them off (WCAG 2.1.4).
 */
export function Palette({ singleKeys }: { singleKeys: boolean }) {
  const [opened, setOpened] = useState(0);
  const open = useEffectEvent(() => setOpened((count) => count + 1));

  useEffect(() => {
    let went = 0;
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey) {
        event.preventDefault();
        return open();
      }
      if (!singleKeys || event.defaultPrevented || ctrlKey || metaKey || altKey || isElsewhere(event)) return;
      if (location.pathname === "/inbox") return; // it hears these keys itself
      if (key === "?") return open();
      const href = Date.now() - went < LETTER_MS ? pageFor(key) : undefined;
      went = key === "g" ? Date.now() : 0;
      if (href !== undefined) location.assign(href);
    };
    const click = ({ target }: Event) => { if (target instanceof Element && target.closest("[data-palette]")) open(); };
    window.addEventListener("keydown", press);
    document.addEventListener("click", click);
    return () => {
      window.removeEventListener("keydown", press);
      document.removeEventListener("click", click);
    };
  }, [singleKeys]);

  return opened > 0 && <Suspense fallback={null}><PaletteDialog opened={opened} /></Suspense>;
}
