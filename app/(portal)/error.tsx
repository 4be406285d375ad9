"use client";

import { PageProblem } from "@/components/layout/page-problem";

/** Within the frame, which has the page's `main`: the way on is beside it. */
export default function PortalErrorPage(props: { error: unknown; retry: () => void }) {
  return <PageProblem {...props} />;
}
