/** The mark: two uprights, and what passes from one to the other. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g className="stroke-on-accent" fill="none" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9 8.5v15" opacity="0.55" />
        <path d="M23 8.5v15" />
        <path d="M9 16h8.5" />
        <path d="m14.5 12.5 3.5 3.5-3.5 3.5" />
      </g>
    </svg>
  );
}
