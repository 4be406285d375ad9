import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** A page that somebody may not see: why, and who can change that. */
export function NoPermission({ title, reason }: { title: string; reason: string }) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState icon="lock" action={<ButtonLink href="/">Back to my work</ButtonLink>}>{reason}</EmptyState>
    </>
  );
}
