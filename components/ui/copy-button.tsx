"use client";

import { useState } from "react";
import { Icon } from "./icon";

/** An id or address to take along: shown as it is, copied on click. */
export function CopyButton({ text, label }: { text: string; /** What is copied, e.g. "Copy the handover's number". */ label: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return; // Refused or without https: the text can still be selected by hand.
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }

  return (
    <button type="button" onClick={copy} title={label} className="inline-flex min-h-6 items-center gap-1.5 rounded-sm border border-transparent px-1 text-ink-2 hover:border-line hover:bg-hover hover:text-ink">
      <span className="font-medium tabular-nums select-text">{text}</span>
      <Icon name={copied ? "check" : "copy"} size={14} className={copied ? "text-success-ink" : "text-ink-3"} />
      <span className="sr-only">{copied ? "Copied" : label}</span>
    </button>
  );
}
