import { cx } from "./cx";

/** A grey bar where text will be. Give it the size of what it stands for, so that nothing moves. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return <span aria-hidden="true" className={cx("skeleton block", className)} />;
}

/** A page while it is fetched: title, and rows of a list. Say what is loading to readers. */
export function PageSkeleton({ rows = 8, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="space-y-6">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-8 w-64 max-w-full" />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="flex h-11 items-center gap-6 border-b border-line px-4 last:border-b-0">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-4 w-1/5" />
            <Skeleton className="ms-auto h-4 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
