import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { RETURN_REASONS } from "@/lib/handovers/format";
import type { ReturnPointDto } from "@/lib/handovers/queries/brief";
import { anchorOf } from "./anchor";

/** What a reviewer returned about one field: why, what is needed, and wording that would do (P1.8). */
export function PointNote({ points }: { points: readonly ReturnPointDto[] }) {
  return (
    <div className="mb-3 space-y-2">
      {points.map((point) => (
        <Banner
          key={point.id} tone="warning" icon="corner-up-left" title={`${RETURN_REASONS[point.reason]}: ${point.by} returned this`}
          actions={point.suggestion && point.target && <Button size="sm" icon="check" data-action="use" data-for={anchorOf(point.target, point.rowId)} data-text={point.suggestion} data-suggestion={point.commentId ?? undefined} data-by={point.by}>Use this wording</Button>}
        >
          <p className="whitespace-pre-line">{point.needed}</p>
          {point.suggestion && <blockquote className="mt-2 border-s-2 border-warning-line ps-3 whitespace-pre-line text-ink">{point.suggestion}</blockquote>}
        </Banner>
      ))}
    </div>
  );
}
