import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { answerAs } from "@/components/ui/static-parts";
import { ERRORS } from "@/lib/platform/errors";

/** A page that somebody may not see: why, with the status that says so. */
export function NoPermission({ title, reason }: { title: string; reason: string }) {
  answerAs(ERRORS.FORBIDDEN.http);
  return (
    <>
      <PageHeader title={title} />
      <EmptyState icon="lock" action={<ButtonLink href="/">Back to my work</ButtonLink>}>{reason}</EmptyState>
    </>
  );
}
