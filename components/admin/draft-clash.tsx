"use client";

import { useEffect, useRef } from "react";
import { ConflictBanner, Versions } from "@/components/handovers/brief/conflict";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import type { Clash } from "@/lib/policies/rules/template-merge";

type ClashProps = { by: string; /** It was oneself, in another tab. */ isYours: boolean; clashes: readonly Clash[]; labelOf: (name: string) => string; wordsOf: (name: string, said: string) => string; pending: boolean };

/** Both versions of what two admins, or two tabs of one, changed at once; what was typed stays in the form below. */
export function DraftClash({ by, isYours, clashes, labelOf, wordsOf, pending }: ClashProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>("[data-conflict]")?.focus(), [clashes]);
  return (
    <div ref={root}>
      <ConflictBanner
        title={isYours ? "You have changed this draft yourself since you read it, in another tab or on another device" : `${by} has changed this draft since you read it`}
        note={clashes.length > 0 ? "Nothing was overwritten. What you typed stands below; the rest is as it is in the draft now." : "Nothing was overwritten, and nothing that you changed is concerned. The rest is as it is in the draft now."}
        actions={<><SubmitButton variant="secondary" pending={pending}>Save what stands below</SubmitButton><Button variant="ghost" onClick={() => location.reload()}>Begin anew from {isYours ? "the other one" : "theirs"}</Button></>}
      >
        {clashes.map(({ name, theirs, mine }) => (
          <div key={name} className="mt-3">
            <p className="font-medium text-ink">{labelOf(name)}</p>
            <Versions theirs={wordsOf(name, theirs) || "Nothing"} mine={wordsOf(name, mine) || "Nothing"} isText isYours={isYours} />
          </div>
        ))}
      </ConflictBanner>
    </div>
  );
}
