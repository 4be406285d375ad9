"use client";

import { PageProblem } from "@/components/layout/page-problem";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <main id="main" tabIndex={-1} className="outline-none"><PageProblem {...props} /></main>;
}
