import type { ReactNode } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/banner";
import { createSampleAction } from "@/lib/setup/actions";

type FirstVisitProps = { sample: "absent" | "creating" | "ready" | "failed" | "closed"; /** The people to be, once the sample is there. */ children: ReactNode };

/** Before anybody exists: set up, or look around. While the sample is made, the page asks again by itself. */
export function FirstVisit({ sample, children }: FirstVisitProps) {
  return (
    <div className="space-y-8">
      <section aria-labelledby="set-up" className="space-y-2">
        <h2 id="set-up" className="text-lg font-semibold">Set up your organisation</h2>
        <p className="text-ink-2">
          The program that started the portal has written a set-up link into its log: <code className="text-sm">/setup?token=…</code> Open
          that link. It works once, and only while nobody is here.
        </p>
      </section>
      {sample !== "closed" && (
        <section aria-labelledby="sample" className="space-y-3">
          <h2 id="sample" className="text-lg font-semibold">Look around with sample data</h2>
          <p className="text-ink-2">
            An invented agency with its people, deals and handovers in every state. Be anybody you like, and change what you like: it is kept
            apart from your own data, and deleted with one click.
          </p>
          {sample === "creating" && (
            <>
              <meta httpEquiv="refresh" content="2" />
              <Notice icon="loader"><span role="status">The sample is being made. This page goes on by itself in a moment.</span></Notice>
            </>
          )}
          {sample === "failed" && <Notice tone="danger">The sample could not be made. The log says why; you can try again.</Notice>}
          {(sample === "absent" || sample === "failed") && (
            <form action={createSampleAction}>
              <SubmitButton variant="secondary">Look around with sample data</SubmitButton>
            </form>
          )}
          {children}
        </section>
      )}
    </div>
  );
}
