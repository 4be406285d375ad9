import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuthLayout } from "@/components/layout/auth-layout";
import { JoinForm } from "@/components/people/join-form";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { linkCtx } from "@/lib/auth/link";

// The address is the secret: it must not travel in a Referer.
export const metadata: Metadata = { title: "Your link", referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await linkCtx(token, { now: new Date(), requestId: (await headers()).get("x-request-id") ?? "" });
  if (!link)
    return (
      <AuthLayout title="This link does not work" footer={<TextLink href="/sign-in">Go to sign in</TextLink>}>
        <Banner tone="warning">It was used, has expired or was revoked. An admin of your organisation can give you a new one.</Banner>
      </AuthLayout>
    );
  const isNew = link.purpose === "INVITE";
  return (
    <AuthLayout
      title={isNew ? `Welcome, ${link.name}` : "Choose a new password"}
      description={isNew ? `You will sign in as ${link.email}.` : `For ${link.email}. You are signed out everywhere else.`}
    >
      <JoinForm token={token} email={link.email} label={isNew ? "Join" : "Save and sign in"} />
    </AuthLayout>
  );
}
