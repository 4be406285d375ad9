"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** A page that broke: what happened, a way on, and the number under which the log has it. */
export function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-form place-items-center px-6 text-center">
      <div className="flex flex-col items-center gap-4">
        <Icon name="alert-triangle" size={28} className="text-warning-ink" />
        <h1 className="text-xl font-semibold">This page could not be shown</h1>
        <p className="text-md text-ink-2">Something went wrong on our side. Nothing that was saved is lost. Try again; if it stays like this, tell your administrator.</p>
        <Button variant="primary" icon="refresh" onClick={() => retry()}>Try again</Button>
        {digest && <p className="text-sm text-ink-2">Number for the log: {digest}</p>}
      </div>
    </div>
  );
}
