import { PolicyNote } from "@/components/policies/policy-note";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { ITEM_OWNER_WORDS, PHASE_WORDS } from "@/lib/policies/format";
import type { ItemOwner, ItemPhase } from "@/lib/platform/generated/enums";

type Item = { item: string; title: string; phase: ItemPhase; ownerRole: ItemOwner; mandatory: boolean };

/** What acceptance opens (P2.12): titles and owners; dates are counted from the acceptance. */
export function ChecklistPreview({ items, version }: { items: readonly Item[]; /** Of the checklist that computed it. */ version: number }) {
  return (
    <Section title="What follows" id="section-checklist" description="This checklist opens with the acceptance; its dates are counted from then.">
      {(Object.keys(PHASE_WORDS) as ItemPhase[]).map((phase) => {
        const shown = items.filter((one) => one.phase === phase);
        return shown.length > 0 && (
          <details key={phase} className="disclosure">
            <summary className="inline-flex min-h-6 items-center gap-1 font-medium pointer-coarse:min-h-11">
              <Icon name="chevron-right" size={14} className="chevron" />
              {PHASE_WORDS[phase]} ({shown.length})
            </summary>
            <ul className="mt-1 divide-y divide-line border-y border-line">
              {shown.map((one) => (
                <li key={one.item} className="flex flex-wrap justify-between gap-x-4 py-2">
                  <span>{one.title}</span>
                  <span className="text-ink-2">{ITEM_OWNER_WORDS[one.ownerRole]}{one.mandatory ? "" : ", optional"}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <PolicyNote kind="CHECKLIST_TEMPLATE" version={version} />
    </Section>
  );
}
