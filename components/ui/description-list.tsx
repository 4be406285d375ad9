import type { ReactNode } from "react";
import { cx } from "./cx";

type Item = { term: string; detail: ReactNode; key?: string };

/** Names and values. `columns` puts the name beside the value from 640 px on; `stacked` keeps it above. */
export function DescriptionList({ items, look = "columns" }: { items: Item[]; look?: "columns" | "stacked" }) {
  const columns = look === "columns";
  return (
    <dl className={columns ? "divide-y divide-line" : "space-y-4"}>
      {items.map((item) => (
        <div key={item.key ?? item.term} className={cx(columns && "py-2 sm:grid sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:gap-4")}>
          <dt className="text-ink-2">{item.term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
