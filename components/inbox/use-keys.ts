"use client";

import { useEffect, useEffectEvent } from "react";

/** Is the press meant for something else: a field, an open dialog or menu, a shortcut of the browser? A tick box takes no text. */
const isElsewhere = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey ||
  (target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [popover]") !== null);

/**
 * Single keys that act on this page, and sequences such as `g i`; none while the person has turned them off (WCAG 2.1.4). Listens
 * from the start; the library that reads the keys comes with the first press.
 */
export function useKeys(on: boolean, keys: Record<string, () => void>): void {
  const press = useEffectEvent((key: string) => keys[key]?.());
  const names = Object.keys(keys).join("\n");

  /** From now on presses and clicks are heard; a test waits for this. */
  useEffect(() => {
    document.documentElement.dataset.answers = "true";
    return () => { delete document.documentElement.dataset.answers; };
  }, []);

  useEffect(() => {
    if (!on) return;
    let handler: EventListener | undefined;
    const read = async (event: KeyboardEvent) => {
      if (!handler) {
        const { createKeybindingsHandler } = await import("tinykeys");
        const bindings = names.split("\n").map((name) => [name, () => press(name)] as const);
        handler ??= createKeybindingsHandler(Object.fromEntries(bindings), { ignore: () => false });
      }
      handler(event);
    };
    const listen = (event: KeyboardEvent) => { if (!isElsewhere(event)) void read(event); };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [on, names]);
}
