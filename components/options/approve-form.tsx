"use client";

import { useFormAction } from "@/components/people/use-form-action";
import { approveEstimatesAction } from "@/lib/options/actions";
import { Button } from "@/components/ui/button";

/** P6.6: one key approves exactly the estimates that stand on the page. */
export function ApproveForm({ id, estimateIds }: { id: string; estimateIds: readonly string[] }) {
  const { form, pending, failure } = useFormAction(approveEstimatesAction, { done: "Approved" });
  return (
    <form {...form} className="inline-flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      {estimateIds.map((estimateId) => <input key={estimateId} type="hidden" name="estimateIds" value={estimateId} />)}
      <Button type="submit" variant="primary" icon="shield-check" shortcut="a" pending={pending}>Approve the estimates</Button>
      {failure && <p role="alert" className="max-w-reading text-sm text-danger-ink">{failure.message}</p>}
    </form>
  );
}
