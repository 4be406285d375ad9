import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const NOTHING_HERE = "There is nothing at this address, or it is not yours to see. Whoever shared it with you can say which.";
export const onward = <ButtonLink href="/" variant="primary">Go to my work</ButtonLink>;

/** Instead of a page that does not exist for its reader. Within the frame: the way on is beside it. */
export const NothingHere = () => (
  <>
    <title>Not found · Handover Portal</title>
    <h1 className="sr-only">Not found</h1>
    <EmptyState icon="search" action={onward}>{NOTHING_HERE}</EmptyState>
  </>
);
