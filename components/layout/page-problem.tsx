"use client";

import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const AGAIN_MS = 5_000;

/** A page that broke: what happened, a way on, and the number under which the log has it. While the database is away it tries again by itself. */
export function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const isAway = digest === "UNAVAILABLE";
  const again = useEffectEvent(() => retry());
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => again(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isAway]);
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-form place-items-center px-6 text-center">
      <div className="flex flex-col items-center gap-4">
        <Icon name="alert-triangle" size={28} className="text-warning-ink" />
        <h1 className="text-xl font-semibold">{isAway ? "The portal cannot reach its database" : "This page could not be shown"}</h1>
        <p className="text-md text-ink-2">
          {isAway
            ? "Nothing that was saved is lost. The page comes by itself once the database is back; if it stays away, tell your administrator."
            : "Something went wrong on our side. Nothing that was saved is lost. Try again; if it stays like this, tell your administrator."}
        </p>
        <Button variant="primary" icon="refresh" onClick={() => retry()}>Try again</Button>
        {digest && !isAway && <p className="text-sm text-ink-2">Number for the log: {digest}</p>}
      </div>
    </div>
  );
}
