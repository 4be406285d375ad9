import { Badge } from "@/components/ui/badge";
import { Diff } from "@/components/ui/diff";
import type { FieldChange } from "@/lib/handovers/rules/template-change";
import { SECTIONS } from "@/lib/policies/fields";

const LOOK = { added: { tone: "success", icon: "plus", label: "Added" }, removed: { tone: "danger", icon: "x", label: "No longer asked" }, changed: { tone: "info", icon: "pencil", label: "Changed" } } as const;

/** What becomes of each field, and word by word what is said differently. */
export function TemplateChanges({ fields, hrefOf }: { fields: readonly FieldChange[]; hrefOf?: (id: string) => string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {fields.map(({ id, label, section, kind, details }) => (
        <li key={id} className="space-y-2 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {hrefOf && kind !== "removed" ? <a href={hrefOf(id)} className="rounded-sm font-medium hover:underline">{label}</a> : <span className="font-medium">{label}</span>}
            <span className="text-sm text-ink-2">{SECTIONS[section].label}</span>
            <Badge tone={LOOK[kind].tone} icon={LOOK[kind].icon}>{LOOK[kind].label}</Badge>
          </p>
          {details.length > 0 && <Diff changes={details.map(({ what, before, after }) => ({ key: what, label: what, before: before || null, after: after || null }))} />}
        </li>
      ))}
    </ul>
  );
}
