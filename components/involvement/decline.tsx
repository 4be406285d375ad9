import { DECLINE_REASONS } from "@/lib/involvement/format";
import type { FormState } from "@/lib/http/form";
import { FoldForm } from "./fold-form";

/** P5.4: declining takes a code, and ends it. */
export function Decline({ id, action }: { id: string; action: (previous: FormState, form: FormData) => Promise<FormState> }) {
  return (
    <FoldForm
      id="decline" label="Decline" icon="ban" shortcut="d" confirm="Decline, for good" danger action={action} fields={{ id }}
      description="That is the end of it: you are not asked about this deal again."
      asked={[
        { name: "reason", label: "Why", type: "choice", options: Object.entries(DECLINE_REASONS).map(([value, label]) => ({ value, label })) },
        { name: "note", label: "Anything that helps the seller", type: "area", optional: true },
      ]}
    />
  );
}
