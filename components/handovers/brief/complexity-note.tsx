import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { COMPLEXITY_LOOK } from "@/lib/handovers/format";
import type { ComplexityResult } from "@/lib/policies/rules/complexity";

/** The class of the work, with its reasons and what follows from it (P6.1). */
export function ComplexityNote({ result }: { result: ComplexityResult }) {
  const look = result.class && COMPLEXITY_LOOK[result.class];
  return (
    <div className="space-y-2 border-s-2 border-accent-line ps-4">
      <p className="flex flex-wrap items-center gap-2">
        {look ? <Badge tone={look.tone}>{look.label}</Badge> : <Badge>Not known yet</Badge>}
        <span>{result.reason}</span>
      </p>
      {result.reasons.length > 0 && (
        <details className="disclosure text-ink-2">
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm hover:text-ink pointer-coarse:min-h-11"><Icon name="chevron-right" size={14} className="chevron" />What speaks for it</summary>
          <ul className="mt-1 list-disc ps-5">
            {result.reasons.map(({ question, reason, points }) => <li key={question}>{reason} ({points} {points === 1 ? "point" : "points"})</li>)}
          </ul>
        </details>
      )}
      {result.consequences.length > 0 && (
        <ul className="list-disc ps-5 text-ink-2">{result.consequences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      )}
    </div>
  );
}
