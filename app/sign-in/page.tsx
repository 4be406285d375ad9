import type { Metadata } from "next";
import { SignInForm } from "@/components/people/sign-in-form";
import { safeNext } from "@/lib/auth/next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return (
    <main>
      <h1>Sign in</h1>
      <SignInForm next={safeNext(next)} />
    </main>
  );
}
