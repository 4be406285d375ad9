import type { ReactNode } from "react";

export type Pane = "light" | "dark" | "system";

type PairProps = {
  title: string;
  panes: readonly Pane[];
  /** Draws the specimen; ids and names inside start with the pane's name, so that both can stand on one page. */
  children: (pane: Pane) => ReactNode;
};

/** One specimen, once per theme, side by side where there is room. */
export function Pair({ title, panes, children }: PairProps) {
  return (
    <section id={title.toLowerCase().replaceAll(" ", "-")} className="mt-12">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <div className={panes.length > 1 ? "grid gap-4 xl:grid-cols-2" : undefined}>
        {panes.map((pane) => (
          <div key={pane} data-theme={pane} className="min-w-0 space-y-8 rounded-xl border border-line bg-canvas p-4 text-ink sm:p-6">
            {children(pane)}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A line above a group of variants. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="space-y-2">
      <p className="text-sm text-ink-3">{label}</p>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}
