import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthLayout } from "@/components/layout/auth-layout";
import { SetUpForm } from "@/components/people/set-up-form";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { isEmptyInstallation, setUpCtx } from "@/lib/auth/setup";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  if (!(await isEmptyInstallation())) redirect("/sign-in");
  const { token } = await searchParams;
  const requestId = (await headers()).get("x-request-id") ?? "";
  const ctx = typeof token === "string" ? await setUpCtx(token, { now: new Date(), requestId }) : null;
  if (!ctx || typeof token !== "string")
    return (
      <AuthLayout title="Set up" footer={<TextLink href="/sign-in">Back to the first page</TextLink>}>
        <Banner tone="warning" title="This set-up link does not work">
          Each start of the portal makes a new link and writes it into its log. Take the last one from there.
        </Banner>
      </AuthLayout>
    );
  return (
    <AuthLayout wide title="Set up your organisation" description="Two minutes. Everything can be changed later.">
      <SetUpForm token={token} zones={ZONES} currencies={Intl.supportedValuesOf("currency")} zone={Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"} />
    </AuthLayout>
  );
}
