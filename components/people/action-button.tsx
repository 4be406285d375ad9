"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon-names";
import type { FormState } from "@/lib/http/form";
import { useFormAction } from "./use-form-action";

type ActionButtonProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the form carries. */
  fields: Record<string, string>;
  children: ReactNode;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md";
  icon?: IconName;
  done?: string;
  /** The single key that does the same, where the page listens for it. */
  shortcut?: string;
};

/** One button that does one thing; says beside itself why it was refused. */
export function ActionButton({ action, fields, children, variant, size, icon, done, shortcut }: ActionButtonProps) {
  const { form, pending, failure } = useFormAction(action, { done });
  return (
    <form {...form} className="inline-flex flex-wrap items-center gap-2">
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Button type="submit" variant={variant} size={size} icon={icon} shortcut={shortcut} pending={pending}>{children}</Button>
      {failure && <p role="alert" className="max-w-reading text-sm text-danger-ink">{failure.message}</p>}
    </form>
  );
}
