"use client";

import { type ReactNode, useId, useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { closeDialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { IconName } from "@/components/ui/icon-names";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/make-action";

type ActionFormProps = {
  /** A command's action; it renders the page again by itself. Its schema judges what comes in. */
  action: (input: never) => Promise<ActionResult<unknown>>;
  /** What the form does not ask: ids, the revision that was seen. */
  input: Record<string, unknown>;
  /** The names whose empty value means "nothing" and is sent as null. */
  nullable?: readonly string[];
  /** The prefix of the ids of the controls: `prefix-name`; a problem links there. */
  prefix?: string;
  submit: string;
  icon?: IconName;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md";
  /** Said when it is done. */
  done: string;
  /** The dialog that the form stands in, closed when it is done. */
  dialog?: string;
  /** Beside the button, e.g. what it costs. */
  aside?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/**
 * A small form around one command: sends what its named controls hold, says what is wrong where it is, tells who did
 * what when somebody was first (P1.9), and keeps what was typed.
 */
export function ActionForm({
  action, input, nullable = [], prefix = "", submit, icon, variant = "primary", size, done, dialog, aside, children, className,
}: ActionFormProps) {
  const [failure, setFailure] = useState<Extract<ActionResult<unknown>, { ok: false }> | null>(null);
  const [busy, start] = useTransition();
  const titleId = useId();

  function send(form: HTMLFormElement) {
    const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value === "" && nullable.includes(name) ? null : value]));
    start(async () => {
      const result = await action({ ...input, ...typed } as never).catch(() => UNREACHABLE);
      setFailure(result.ok ? null : result);
      if (!result.ok) return;
      toast(done);
      form.reset();
      if (dialog) closeDialog(dialog);
    });
  }

  const problems = Object.entries(failure?.fields ?? {}).flatMap(([field, messages]) => messages.map((message) => ({ field: `${prefix}-${field}`, message })));
  return (
    <form className={className ?? "space-y-4"} noValidate aria-describedby={failure ? titleId : undefined} onSubmit={(event) => { event.preventDefault(); if (!busy) send(event.currentTarget); }}>
      {failure && (problems.length > 0
        ? <ErrorSummary problems={problems} />
        : <div id={titleId}><Banner tone="danger" live="alert">{failure.message}</Banner></div>)}
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant={variant} size={size} icon={icon} pending={busy}>{submit}</Button>
        {aside}
      </div>
    </form>
  );
}

const UNREACHABLE = { ok: false, code: "UNAVAILABLE", message: "The portal cannot be reached. Nothing was changed; try again in a moment." } as const;
