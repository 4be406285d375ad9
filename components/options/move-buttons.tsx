"use client";

import { useFormAction } from "@/components/people/use-form-action";
import { IconButton } from "@/components/ui/button";
import type { FormState } from "@/lib/http/form";

type MoveButtonsProps = { id: string; name: string; action: (previous: FormState, form: FormData) => Promise<FormState>; isFirst: boolean; isLast: boolean };

/** One place up or down, by pointer, keyboard, and without JavaScript. */
export function MoveButtons({ id, name, action, isFirst, isLast }: MoveButtonsProps) {
  const { form, failure } = useFormAction(action);
  return (
    <form {...form} className="no-print flex items-center gap-1">
      <input type="hidden" name="id" value={id} />
      <IconButton type="submit" name="to" value="up" icon="arrow-up" label={`Move ${name} up`} disabled={isFirst} />
      <IconButton type="submit" name="to" value="down" icon="arrow-down" label={`Move ${name} down`} disabled={isLast} />
      {failure && <p role="alert" className="text-sm text-danger-ink">{failure.message}</p>}
    </form>
  );
}
