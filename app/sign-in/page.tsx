import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthLayout } from "@/components/layout/auth-layout";
import { FirstVisit } from "@/components/people/first-visit";
import { SampleSwitcher } from "@/components/people/sample-switcher";
import { SignInForm } from "@/components/people/sign-in-form";
import { safeNext } from "@/lib/auth/next-path";
import { samplePeople, sampleStatus } from "@/lib/auth/sample";
import { findCtx } from "@/lib/auth/session";
import { isEmptyInstallation } from "@/lib/auth/setup";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[]; sample?: string }> }) {
  const { next: wanted, sample: asked } = await searchParams;
  const next = safeNext(wanted);
  if (await findCtx()) redirect(next);
  if (await isEmptyInstallation()) {
    const found = await sampleStatus();
    const sample = found === "absent" && asked === "wanted" ? "creating" : found; // the wish may not have been read yet
    return (
      <AuthLayout wide title="Welcome" description="Nobody is here yet. Set up your organisation, or look around first.">
        <FirstVisit sample={sample}>{sample === "ready" && <SampleSwitcher people={await samplePeople()} />}</FirstVisit>
      </AuthLayout>
    );
  }
  return (
    <AuthLayout title="Sign in" footer={<p>No account, or the password forgotten? An admin of your organisation gives you a link.</p>}>
      <SignInForm next={next} />
    </AuthLayout>
  );
}
