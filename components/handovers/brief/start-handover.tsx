"use client";

import { useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { beginHandoverAction } from "@/lib/handovers/actions";
import { briefHref } from "./parts";

/** Begins the draft, filled in with what the deal knows (P1.2), and opens it; where there is a live one, that one. */
export function StartHandover({ dealId }: { dealId: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const begin = () =>
    start(async () => {
      const result = await beginHandoverAction({ dealId }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was started." }));
      if (result.ok) location.assign(briefHref(result.data.id));
      else setProblem(result.message);
    });
  return (
    <div className="space-y-4">
      {problem && <Banner tone="danger" live="alert">{problem}</Banner>}
      <Button variant="primary" size="lg" icon="arrow-right" pending={isBusy} onClick={begin}>Start the handover</Button>
    </div>
  );
}
