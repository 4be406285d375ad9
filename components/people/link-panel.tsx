"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/banner";
import { createLinkAction, revokeLinksAction } from "@/lib/people/actions/people";
import { ActionButton } from "./action-button";
import { NewLink } from "./new-link";
import { useFormAction } from "./use-form-action";

type LinkPanelProps = { userId: string; name: string; hasJoined: boolean; /** An open link, and until when, in words. */ open: string | null };

/** A link to join, or to choose a new password: made, shown once, revoked. */
export function LinkPanel({ userId, name, hasJoined, open }: LinkPanelProps) {
  const { form, pending, result, failure } = useFormAction(createLinkAction);
  const what = hasJoined ? "Make a link for a new password" : "Make a new link to join";
  return (
    <div className="max-w-form space-y-3">
      {open && !result?.ok && <Notice tone="info">A link is open until {open}. A new one makes it stop working.</Notice>}
      {result?.ok && <NewLink url={result.data.url} name={name} />}
      {failure && <p role="alert" className="text-danger-ink">{failure.message}</p>}
      <div className="flex flex-wrap gap-2">
        <form {...form}>
          <input type="hidden" name="userId" value={userId} />
          <Button type="submit" icon="link" pending={pending}>{what}</Button>
        </form>
        {(open || result?.ok) && <ActionButton action={revokeLinksAction} fields={{ userId }} variant="ghost" icon="ban" done="The link does not work any more">Revoke the open link</ActionButton>}
      </div>
    </div>
  );
}
