"use client";

import { useRouter } from "next/navigation";
import { toast, undoLatest } from "@/components/ui/toast";
import { reviewPath } from "@/lib/handovers/format";
import { acceptAndGo } from "./decide";
import { useKeys } from "./use-keys";

/** What has the focus, or would get it: a row knows its handover, key and version by its `data-key`. */
const links = () => [...document.querySelectorAll<HTMLAnchorElement>("tr[data-key] .row-link")];
const current = () => document.activeElement?.closest<HTMLElement>("tr[data-key]");

function step(by: 1 | -1) {
  const all = links();
  const row = current();
  const at = row ? all.findIndex((link) => row.contains(link)) : by === 1 ? -1 : all.length;
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

function chosen() {
  const [id, keyId, version] = current()?.dataset.key?.split(":") ?? [];
  if (id && keyId && version) return { id, keyId, briefVersion: Number(version) };
  toast("Choose a row first, with j and k.", { tone: "info" });
  return null;
}

/** `j` `k` move, `Enter` opens (the row is a link), `a` accepts, `r` returns, `z` undoes. */
export function InboxKeyboard({ canDecide, singleKeys }: { canDecide: boolean; singleKeys: boolean }) {
  const router = useRouter();

  async function accept() {
    const one = chosen();
    if (!one) return;
    const at = links().findIndex((link) => current()?.contains(link));
    await acceptAndGo({ ...one, conditions: [] }, router, () => {
      links()[at + 1]?.focus(); // before the row goes, so that the next press has a row
      router.refresh();
    });
  }

  function giveBack() {
    const one = chosen();
    if (one) router.push(`${reviewPath(one.id, one.keyId)}#return`);
  }

  useKeys(singleKeys, {
    j: () => step(1),
    k: () => step(-1),
    z: () => void undoLatest(),
    ...(canDecide && { a: () => void accept(), r: giveBack }),
  });
  return null;
}
