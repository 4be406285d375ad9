import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { portalPage } from "@/components/layout/portal-page";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import { dateText } from "@/components/ui/time-text";
import { isAdmin, zoneOf } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/http/page";
import { pageOf } from "@/lib/policies/fields/policy-form";
import { POLICY_KINDS } from "@/lib/policies/format";
import { listPolicies } from "@/lib/policies/queries/policy-page";

export const metadata: Metadata = { title: "Policies" };

export default portalPage(async function PoliciesPage() {
  const ctx = await pageCtx();
  const policies = await listPolicies(ctx);
  return (
    <>
      <PageHeader title="Policies" description="The definitions that we set for ourselves, in versions. What is submitted keeps the version it was submitted under." />
      {isAdmin(ctx.actor) && <AdminTabs current="/policies" />}
      <Card flush>
        <DataTable
          caption="Policies" captionHidden rows={policies} rowKey={({ kind, team }) => `${kind}${team?.id ?? ""}`} rowHref={({ kind, team }) => `/policies/${pageOf({ kind, team: team?.slug })}`}
          columns={[
            { key: "policy", header: "Policy", cell: ({ kind, team }) => `${POLICY_KINDS[kind].label}${team ? `: ${team.name}` : ""}` },
            { key: "decides", header: "What it decides", cell: ({ kind }) => <span className="text-ink-2">{POLICY_KINDS[kind].decides}</span> },
            { key: "version", header: "In force", nowrap: true, cell: ({ version, publishedAt }) => `Version ${version}${publishedAt ? `, ${dateText(publishedAt, zoneOf(ctx))}` : ""}` },
            { key: "draft", header: "Draft", cell: ({ draft }) => (draft ? <Badge tone="info" icon="pencil">Version {draft.version}</Badge> : "None") },
          ]}
        />
      </Card>
    </>
  );
});
