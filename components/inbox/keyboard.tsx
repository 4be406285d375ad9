"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { toast, undoLatest } from "@/components/ui/toast";
import { reviewPath } from "@/lib/handovers/format";
import { acceptAndGo } from "./decide";

/** What has the focus, or would get it: a row knows its handover, key and version by its `data-key`. */
const links = () => [...document.querySelectorAll<HTMLAnchorElement>("tr[data-key] .row-link")];
const current = () => document.activeElement?.closest<HTMLElement>("tr[data-key]");

function step(by: 1 | -1) {
  const all = links();
  const row = current();
  const at = row ? all.findIndex((link) => row.contains(link)) : by === 1 ? -1 : all.length;
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

/** Is the press meant for something else: a field, an open dialog or menu, a shortcut of the browser? */
const isElsewhere = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey ||
  (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog, [popover]") !== null);

/**
 * `j` `k` move, `Enter` opens (the row is a link), `a` accepts, `r` returns, `z` undoes. Listens from the start; the
 * library that reads the keys comes with the first press.
 */
export function InboxKeyboard({ canDecide }: { canDecide: boolean }) {
  const router = useRouter();

  useEffect(() => {
    const chosen = () => {
      const [id, keyId, version] = current()?.dataset.key?.split(":") ?? [];
      if (id && keyId && version) return { id, keyId, briefVersion: Number(version) };
      toast("Choose a row first, with j and k.", { tone: "info" });
      return null;
    };
    const decide = {
      a: () => { const one = chosen(); if (one) void acceptAndGo(one, router, () => router.refresh()); },
      r: () => { const one = chosen(); if (one) router.push(`${reviewPath(one.id, one.keyId)}#return`); },
    };
    const keys = { j: () => step(1), k: () => step(-1), z: () => void undoLatest(), ...(canDecide && decide) };
    let handler: EventListener | undefined;
    const listen = async (event: KeyboardEvent) => {
      if (isElsewhere(event)) return;
      if (!handler) {
        const { createKeybindingsHandler } = await import("tinykeys");
        handler ??= createKeybindingsHandler(keys, { ignore: () => false });
      }
      handler(event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [canDecide, router]);

  return null;
}
