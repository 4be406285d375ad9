"use client";

import { Banner } from "@/components/ui/banner";
import { ErrorSummary } from "@/components/ui/error-summary";

/** Why a form was refused: a list of links to fields, or one sentence. */
export function FormProblems({ problems }: { problems: readonly { field: string; message: string }[] }) {
  const [first] = problems;
  if (!first) return null;
  if (!first.field) return <Banner tone="danger" live="alert">{first.message}</Banner>;
  return <ErrorSummary problems={[...problems]} />;
}
