import type { ReactNode, Ref } from "react";

type SplitViewProps = {
  list: ReactNode;
  /** What is open from the list; null while nothing is, and then the list has all the room. */
  detail: ReactNode | null;
  /** Names the detail, for readers. */
  label: string;
  detailRef?: Ref<HTMLElement>;
};

/**
 * A list and, from 1024 px, what is open from it beside it; it scrolls by itself, so it can have the focus. Below, the list stands
 * alone, and its rows lead to pages.
 */
export function SplitView({ list, detail, label, detailRef }: SplitViewProps) {
  const isOpen = detail !== null;
  return (
    <div className="split" data-open={isOpen ? "" : undefined}>
      <div className="min-w-0">{list}</div>
      <section ref={detailRef} aria-label={label} className="split-detail" tabIndex={isOpen ? 0 : undefined}>{detail}</section>
    </div>
  );
}
