"use client";

import { useKeys } from "@/components/inbox/use-keys";

/** One key decides what is open: whatever on the page names the key in `aria-keyshortcuts` is pressed; `j` and `k` open the next and the one before. */
export function AskedKeys({ on }: { on: boolean }) {
  useKeys(on, {
    y: () => press("y"), a: () => press("a"), d: () => press("d"), s: () => press("s"), e: () => press("e"),
    j: () => go(1), k: () => go(-1),
  });
  return null;
}

function press(key: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(`main [aria-keyshortcuts="${key}"]`)].find((element) => element.checkVisibility());
  found?.click();
  found?.closest("details")?.querySelector<HTMLElement>("select, textarea, input:not([type=hidden])")?.focus();
}

function go(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-asked] a[href]")];
  const at = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  rows[at + step]?.click();
}
