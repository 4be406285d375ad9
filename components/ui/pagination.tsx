import { ButtonLink } from "./button";

/** Keyset pages: back and on, and what is shown, e.g. "50 of 312 handovers". A missing address means there is no more. */
export function Pagination({ previous, next, summary }: { previous?: string | null; next?: string | null; summary?: string }) {
  if (!previous && !next && !summary) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 pt-3 text-sm text-ink-2">
      <span>{summary}</span>
      {(previous || next) && (
        <span className="flex gap-2">
          {previous && <ButtonLink href={previous} rel="prev" size="sm" icon="chevron-left">Previous</ButtonLink>}
          {next && <ButtonLink href={next} rel="next" size="sm" iconAfter="chevron-right">Next</ButtonLink>}
        </span>
      )}
    </nav>
  );
}
