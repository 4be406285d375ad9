import type { Metadata } from "next";
import { Field } from "@/components/form/field";
import { Select } from "@/components/form/select";
import { portalPage } from "@/components/layout/portal-page";
import { ChangesTable } from "@/components/policies/changes-table";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { dateText } from "@/components/ui/time-text";
import { zoneOf } from "@/lib/auth/ctx";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { POLICY_KINDS } from "@/lib/policies/format";
import { findPolicyPlace, getPolicyVersions } from "@/lib/policies/queries/policy-page";

export const metadata: Metadata = { title: "Versions side by side" };

type Props = { params: Promise<{ policy: string }>; searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

export default portalPage(async function PolicyVersionsPage({ params, searchParams }: Props) {
  const [ctx, { policy }, { a, b }] = [await pageCtx(), await params, await searchParams];
  const { kind, teamId } = (await findPolicyPlace(ctx, policy)) ?? nothingHere();
  const { versions, one, other, changes } = await getPolicyVersions(ctx, kind, { a: Number(a), b: Number(b), teamId });
  const options = versions.map(({ version, publishedAt, by }) => ({ value: String(version), label: `Version ${version}${publishedAt ? `, ${dateText(publishedAt, zoneOf(ctx))}` : ""}${by ? `, ${by}` : ""}` }));
  return (
    <>
      <PageHeader title="Versions side by side" crumbs={[{ href: "/policies", label: "Policies" }, { href: `/policies/${policy}`, label: POLICY_KINDS[kind].label }]} />
      <div className="max-w-wide space-y-6">
        <form className="flex flex-wrap items-end gap-3">
          <Field id="a" label="Before">{(control) => <Select {...control} name="a" options={options} defaultValue={String(one.version)} />}</Field>
          <Field id="b" label="After">{(control) => <Select {...control} name="b" options={options} defaultValue={String(other.version)} />}</Field>
          <Button type="submit">Compare</Button>
        </form>
        <ChangesTable changes={changes} before={`Version ${one.version}`} after={`Version ${other.version}`} />
      </div>
    </>
  );
});
