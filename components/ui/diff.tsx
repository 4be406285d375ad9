import type { ReactNode } from "react";
import { numberFormat } from "@/lib/platform/intl";
import { abridged } from "./abridge";
import { Badge } from "./badge";
import { wordDiff } from "./word-diff";

type Change = {
  key: string;
  /** The field's label. */
  label: string;
  /** null: there was nothing. */
  before: string | null;
  /** null: it is gone. */
  after: string | null;
  /** Address of the field in the brief. */
  href?: string;
  /** Of a list: the row that this cell stands in. Changes of one row follow one another, and stand together. */
  rowId?: string | null;
  row?: { list: string; title: string; kind: Kind } | null;
  /** Said about it, below. */
  foot?: ReactNode;
};
type Kind = "added" | "removed" | "changed";

/**
 * Field by field, and of lists row by row, what was and what is; texts word by word. Additions and removals carry words for
 * readers, not colour alone.
 */
export function Diff({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {inRows(changes).map(([first, ...more]) => {
        const { key, href, row, label } = first;
        const what = row ? row.kind : first.before === null ? "added" : first.after === null ? "removed" : "changed";
        return (
          <div key={key} className="py-3 sm:grid sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:gap-4">
            <dt className="min-w-0 space-y-1 pb-1 [overflow-wrap:anywhere]">
              {row && <p className="text-sm text-ink-2">{row.list}</p>}
              {href ? <a href={href} className="line-clamp-3 font-medium hover:underline">{row?.title ?? label}</a> : <span className="line-clamp-3 font-medium">{row?.title ?? label}</span>}
              <div><KindBadge kind={what} /></div>
            </dt>
            <dd className="min-w-0">
              {row
                ? <dl className="space-y-2">{[first, ...more].map((cell) => <div key={cell.key}><dt className="text-sm text-ink-2">{cell.label}</dt><Text {...cell} as="dd" /></div>)}</dl>
                : <Text {...first} as="div" />}
              {[first, ...more].map(({ key: of, foot }) => foot && <div key={of}>{foot}</div>)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The cells of a row together, and every field by itself. */
function inRows(changes: readonly Change[]): [Change, ...Change[]][] {
  const found: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (last && isSameRow(last[0], change)) last.push(change);
    else found.push([change]);
  }
  return found;
}

const isSameRow = (a: Change, b: Change): boolean => a.row != null && a.rowId === b.rowId && a.row.list === b.row?.list;

const LOOK = { added: ["success", "plus", "Added"], removed: ["danger", "x", "Removed"], changed: ["info", "pencil", "Changed"] } as const;

function KindBadge({ kind }: { kind: Kind }) {
  const [tone, icon, label] = LOOK[kind];
  return <Badge tone={tone} icon={icon}>{label}</Badge>;
}

/** One text against another, in the direction that it is written in. */
const Text = ({ before, after, as: As }: Pick<Change, "before" | "after"> & { as: "dd" | "div" }) => (
  <As dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]"><ChangeText before={before} after={after} /></As>
);

function ChangeText({ before, after }: { before: string | null; after: string | null }) {
  return abridged(wordDiff(before ?? "", after ?? "")).map(({ kind, text, left }, index) => {
    if (left !== undefined) return <span key={index} className="text-sm text-ink-3"> [… {numberFormat("en-GB", {}).format(left)} {kind === "same" ? "unchanged characters" : `more characters ${kind}`} …] </span>;
    if (kind === "same") return <span key={index}>{text}</span>;
    const Mark = kind === "removed" ? "del" : "ins";
    return (
      <Mark key={index} className={kind === "removed" ? "me-0.5 rounded-sm bg-danger-soft px-0.5 text-danger-ink" : "rounded-sm bg-success-soft px-0.5 text-success-ink no-underline"}>
        <span className="sr-only">[{kind}] </span>
        {text}
        <span className="sr-only"> [end]</span>
      </Mark>
    );
  });
}
