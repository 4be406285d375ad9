"use client";

import { useEffect, useState } from "react";

/** A section, the seconds from which it counts as read, and those it was in view before. */
export type PartToRead = { id: string; label: string; needed: number; seconds: number; isCovered: boolean };

/** Says what the reader has not read yet (P4.6), and measures it meanwhile. A mark; it blocks nothing. */
export function NotRead({ id, version, parts }: { id: string; version: number; parts: readonly PartToRead[] }) {
  const [left, setLeft] = useState(() => unread(parts, new Map()));

  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    void import("./reading-tracker").then(({ trackReading }) => {
      if (isGone) return;
      stop = trackReading({
        handoverId: id, version,
        onTick: (seconds) => setLeft((before) => { const now = unread(parts, seconds); return now === before ? before : now; }),
      });
    }, () => undefined); // without a connection nothing is measured
    return () => { isGone = true; stop(); };
  }, [id, version, parts]);

  return left === "" ? null : <p className="truncate text-sm text-ink-2" title={left}>Not read yet: {left}</p>;
}

const unread = (parts: readonly PartToRead[], seconds: ReadonlyMap<string, number>): string =>
  parts.filter((part) => part.isCovered && part.seconds + (seconds.get(part.id) ?? 0) < part.needed).map(({ label }) => label).join(" · ");
