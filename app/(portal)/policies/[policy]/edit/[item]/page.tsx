import type { Metadata } from "next";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { ActionButton } from "@/components/people/action-button";
import { ConditionEditor } from "@/components/policies/condition-editor";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { inWords } from "@/lib/handovers/rules/condition";
import { groupsOf } from "@/lib/handovers/rules/condition-groups";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { editItemConditionAction } from "@/lib/policies/actions";
import { POLICY_KINDS } from "@/lib/policies/format";
import { getItemCondition } from "@/lib/policies/queries/policy-page";

export const metadata: Metadata = { title: "When an item applies" };

type Props = { params: Promise<{ policy: string; item: string }>; searchParams: Promise<{ subject?: string | string[]; group?: string | string[] }> };
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** The condition of one item of the checklist's draft (P2.12), line by line. */
export default portalPage(async function ItemConditionPage({ params, searchParams }: Props) {
  const [ctx, { policy, item: id }, { subject, group }] = [await pageCtx(), await params, await searchParams];
  if (policy !== "checklist") nothingHere();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="When an item applies" reason={refused.reason} />;
  const { item, revision, version, words, parts } = await getItemCondition(ctx, id);
  const fields = (kind: string, more: Record<string, string> = {}) => ({ revision: String(revision), item: item.id, "edit.kind": kind, ...more });
  return (
    <>
      <PageHeader
        title={`When it applies: ${item.title}`} description="Each line is saved in the draft at once."
        crumbs={[{ href: "/policies", label: "Policies" }, { href: "/policies/checklist", label: POLICY_KINDS.CHECKLIST_TEMPLATE.label }, { href: "/policies/checklist/edit", label: `Draft of version ${version}` }]}
      />
      <div className="max-w-form space-y-8">
        <ConditionEditor
          sentence={item.when ? `On the list when ${inWords(item.when, words)}.` : "Always on the list."} words={words} revision={revision} parts={parts}
          groups={item.when ? groupsOf(item.when) : []} action={editItemConditionAction} fieldsOf={fields} chosen={{ subject: one(subject), group: one(group) }}
          set={item.when && <ActionButton action={editItemConditionAction} fields={fields("always")} size="sm">Always</ActionButton>}
        />
      </div>
    </>
  );
});
