"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { FormActions } from "@/components/form/form-actions";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { submitHandoverAction } from "@/lib/handovers/actions";
import { briefHref } from "./parts";

type SubmitBriefProps = {
  id: string;
  revision: number;
  /** What blocks it, each with where it is put right. */
  problems: readonly { key: string; href: string; sentence: string }[];
  /** "Submit", or "Resubmit" after a return. */
  word: string;
};

/** Pressed with something missing, it says what and takes the reader there (P1.4); never a button that is dead without a reason. */
export function SubmitBrief({ id, revision, problems, word }: SubmitBriefProps) {
  const summary = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function submit() {
    if (problems.length > 0) {
      summary.current?.focus();
      return;
    }
    start(async () => {
      const result = await submitHandoverAction({ id, revision }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was submitted; try again in a moment." }));
      if (result.ok) router.push(`/handovers/${id}/submitted`);
      else { setFailure(result.message); router.refresh(); }
    });
  }

  return (
    <div className="space-y-4">
      {failure && <Banner tone="danger" live="alert" title="It was not submitted.">{failure}</Banner>}
      {problems.length > 0 && (
        <div ref={summary} tabIndex={-1} role="group" aria-labelledby="blockers-title" id="blockers" className="rounded-lg border border-danger-ink bg-danger-soft px-4 py-3 focus-visible:outline-2">
          <h2 id="blockers-title" className="flex items-center gap-2 text-md font-semibold">
            <Icon name="alert-circle" size={18} className="text-danger-ink" />
            {problems.length === 1 ? "One thing is missing" : `${problems.length} things are missing`}
          </h2>
          <ul className="mt-1 space-y-1 ps-[1.625rem]">
            {problems.map(({ key, href, sentence }) => <li key={key}><a href={href} className="link inline-block py-0.5 text-danger-ink">{sentence}</a></li>)}
          </ul>
        </div>
      )}
      <FormActions>
        <Button variant="primary" size="lg" icon="send" pending={isBusy} onClick={submit}>{word}</Button>
        <ButtonLink size="lg" href={briefHref(id)}>Back to the sections</ButtonLink>
      </FormActions>
    </div>
  );
}
