"use client";

import { useEffect, useRef } from "react";
import { ConflictBanner, Versions } from "@/components/handovers/brief/conflict";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import type { Clash } from "@/lib/policies/rules/template-merge";

type ClashProps = { by: string; clashes: readonly Clash[]; labelOf: (name: string) => string; wordsOf: (name: string, said: string) => string; pending: boolean };

/** Both versions of what two admins changed at once; what was typed stays in the form below. */
export function DraftClash({ by, clashes, labelOf, wordsOf, pending }: ClashProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>("[data-conflict]")?.focus(), [clashes]);
  return (
    <div ref={root}>
      <ConflictBanner
        title={`${by} has changed this draft since you read it`}
        note={clashes.length > 0 ? "Nothing was overwritten. What you typed stands below; the rest is as it is in the draft now." : "Nothing was overwritten, and nothing that you changed is concerned. The rest is as it is in the draft now."}
        actions={<><SubmitButton variant="secondary" pending={pending}>Save what stands below</SubmitButton><Button variant="ghost" onClick={() => location.reload()}>Begin anew from theirs</Button></>}
      >
        {clashes.map(({ name, theirs, mine }) => (
          <div key={name} className="mt-3">
            <p className="font-medium text-ink">{labelOf(name)}</p>
            <Versions theirs={wordsOf(name, theirs) || "Nothing"} mine={wordsOf(name, mine) || "Nothing"} isText />
          </div>
        ))}
      </ConflictBanner>
    </div>
  );
}
