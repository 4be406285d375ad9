"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button";
import { cx } from "./cx";
import { Icon } from "./icon";
import { currentToasts, dismissToast, noToasts, subscribeToasts, type Toast, undo } from "./toast";
import { TONE_ICON, TONE_INK } from "./tone";

/** Where toasts appear; once, in the root layout. The region is always there, so that readers hear what comes into it. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, noToasts);
  return (
    <div role="status" aria-live="polite" className="toasts pointer-events-none fixed inset-x-3 bottom-20 z-50 flex flex-col items-center gap-2 md:inset-x-auto md:end-6 md:bottom-6 md:items-end">
      {toasts.map((one) => <ToastCard key={one.id} toast={one} />)}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);

  // Who is reading it, or has focus on Undo, keeps it. The server still refuses an undo that comes too late.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.lasts);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.lasts]);

  return (
    <div
      className="toast pointer-events-auto flex w-full max-w-[26rem] items-center gap-3 rounded-lg border border-line bg-raised py-2 ps-4 pe-2 shadow-lg md:w-auto md:min-w-80"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={TONE_ICON[toast.tone]} size={18} className={cx(TONE_INK[toast.tone])} />
      <p className="min-w-0 flex-1 whitespace-pre-line">{toast.message}</p>
      {toast.undo && <Button size="sm" icon="undo" shortcut="z" onClick={() => undo(toast)}>Undo</Button>}
      <IconButton icon="x" label="Dismiss" size="sm" onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
