"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { moveInTemplateAction } from "@/lib/policies/actions";

/**
 * One form around the outline of a draft: its buttons, named `move`, each move one field or section. The outline comes
 * from the server; the pressed button keeps the focus when its row has moved.
 */
export function TemplateOrder({ teamId, revision, children }: { teamId: string; revision: number; children: ReactNode }) {
  const { form, pending, problems } = useFormAction(moveInTemplateAction);
  const root = useRef<HTMLFormElement>(null);
  const pressed = useRef("");
  useEffect(() => {
    const button = [...(root.current?.querySelectorAll<HTMLButtonElement>("button[name=move]") ?? [])].find(({ value }) => value === pressed.current);
    if (pending || !button) return;
    pressed.current = "";
    button.focus();
  }, [pending, revision]);
  return (
    <form
      {...form} ref={root} aria-busy={pending || undefined}
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (submitter instanceof HTMLButtonElement) pressed.current = submitter.value;
        form.onSubmit(event);
      }}
    >
      <FormProblems problems={problems} />
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="revision" value={revision} />
      {children}
    </form>
  );
}
