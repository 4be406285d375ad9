import { Badge } from "./badge";
import { wordDiff } from "./word-diff";

type Change = { key: string; /** The field's label. */ label: string; /** null: there was nothing. */ before: string | null; /** null: it is gone. */ after: string | null; /** Address of the field in the brief. */ href?: string };

/** Field by field, what was and what is. Additions and removals carry words for readers, not colour alone. */
export function Diff({ changes }: { changes: Change[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {changes.map((change) => (
        <div key={change.key} className="py-3 sm:grid sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:gap-4">
          <dt className="space-y-1 pb-1">
            {change.href ? <a href={change.href} className="font-medium hover:underline">{change.label}</a> : <span className="font-medium">{change.label}</span>}
            <div><ChangeBadge change={change} /></div>
          </dt>
          <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]"><ChangeText before={change.before} after={change.after} /></dd>
        </div>
      ))}
    </dl>
  );
}

function ChangeBadge({ change }: { change: Change }) {
  if (change.before === null) return <Badge tone="success" icon="plus">Added</Badge>;
  if (change.after === null) return <Badge tone="danger" icon="x">Removed</Badge>;
  return <Badge tone="info" icon="pencil">Changed</Badge>;
}

/** One text against another, word by word. */
function ChangeText({ before, after }: { before: string | null; after: string | null }) {
  return wordDiff(before ?? "", after ?? "").map((piece, index) => {
    if (piece.kind === "same") return <span key={index}>{piece.text}</span>;
    if (piece.kind === "removed") {
      return (
        <del key={index} className="me-0.5 rounded-sm bg-danger-soft px-0.5 text-danger-ink">
          <span className="sr-only">[removed] </span>
          {piece.text}
          <span className="sr-only"> [end]</span>
        </del>
      );
    }
    return (
      <ins key={index} className="rounded-sm bg-success-soft px-0.5 text-success-ink no-underline">
        <span className="sr-only">[added] </span>
        {piece.text}
        <span className="sr-only"> [end]</span>
      </ins>
    );
  });
}
