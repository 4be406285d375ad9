import type { Metadata } from "next";
import { AuthLayout } from "@/components/layout/auth-layout";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <AuthLayout title="Nothing is here" description="There is nothing at this address, or it is not yours to see. Whoever shared it with you can say which.">
      <ButtonLink href="/" variant="primary">Go to my work</ButtonLink>
    </AuthLayout>
  );
}
