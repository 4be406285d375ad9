import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

/** Within the frame: the way on is beside it. */
export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState icon="search" action={<ButtonLink href="/" variant="primary">Go to my work</ButtonLink>}>
        There is nothing at this address, or it is not yours to see. Whoever shared it with you can say which.
      </EmptyState>
    </>
  );
}
