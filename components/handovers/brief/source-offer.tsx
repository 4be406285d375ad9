import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SourceOffer as Offer } from "@/lib/handovers/queries/sources";

/** What the source of an answer says differently now, under the answer: to take it, or to keep one's own (P1.2). */
export function SourceOffer({ offer: { handoverId, value, text, from } }: { offer: Offer }) {
  return (
    <div data-offer={JSON.stringify(value)} data-handover={handoverId} data-from={from} className="mt-2 rounded-md bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
          <span className="inline-flex items-center gap-1.5 text-sm text-ink-2"><Icon name="sparkles" size={12} />{capital(from)} says now</span>
          <span className="block whitespace-pre-line font-medium">{text}</span>
        </p>
        <span className="flex flex-wrap gap-2">
          <Button size="sm" data-action="refresh">Refresh</Button>
          <Button size="sm" variant="ghost" data-action="keep-mine">Keep mine</Button>
        </span>
      </div>
      <p data-said role="status" className="empty:hidden" />
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
