import { DataTable } from "@/components/ui/data-table";
import { Card } from "@/components/ui/section";
import type { Complexity } from "@/lib/platform/generated/enums";
import { COMPLEXITY_CLASSES, COMPLEXITY_WORDS } from "@/lib/policies/format";
import type { drift as driftOf, Reality } from "@/lib/reports/rules/foretold";

type Part = { first?: string; foretold?: string; turned?: string; hand?: "yes" | "no" };
type Href = (part: Part) => string;

/** P6.3, R4: what was foretold against what it turned out to be, in words and numbers; each number opens its list. */
export function RealityTables({ reality, href }: { reality: Reality; href: Href }) {
  if (reality.count === 0) return <p className="text-ink-2">No PM has said yet what the work turned out to be. They are asked some time after acceptance.</p>;
  const { count, same, harder, easier } = reality;
  return (
    <div className="space-y-4">
      <p>{count === 1 ? "1 brief was" : `${count} briefs were`} answered for: {same} as foretold, {harder} harder, {easier} easier.</p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {reality.setByHand < count && <Table caption="The rubric foretold, and it was" rows={reality.rubric} hand="no" href={href} />}
        {reality.setByHand > 0 && <Table caption="By hand it was set, and it was" rows={reality.byHand} hand="yes" href={href} />}
      </div>
    </div>
  );
}

function Table({ caption, rows, hand, href }: { caption: string; rows: Reality["rubric"]; hand: "yes" | "no"; href: Href }) {
  return (
    <Card flush>
      <DataTable
        plain caption={caption} rows={rows} rowKey={({ foretold }) => foretold}
        columns={[
          { key: "foretold", header: "Foretold", cell: ({ foretold }) => capital(COMPLEXITY_WORDS[foretold]) },
          ...COMPLEXITY_CLASSES.map((turned) => ({
            key: turned, header: capital(COMPLEXITY_WORDS[turned]), numeric: true,
            cell: ({ foretold, cells }: Reality["rubric"][number]) => {
              const count = cells.find((one) => one.turned === turned)?.count ?? 0;
              if (count === 0) return <span className="text-ink-3">0</span>;
              return (
                <a className={foretold === turned ? "text-accent-ink underline" : "font-semibold text-accent-ink underline"} href={href({ foretold, turned, hand })}>
                  {count}<span className="sr-only"> foretold {COMPLEXITY_WORDS[foretold]}, turned out {COMPLEXITY_WORDS[turned]}</span>
                </a>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}

/** R4: the ways that a class took from the deal to the work; each opens its list. */
export function DriftTable({ drift, href }: { drift: ReturnType<typeof driftOf>; href: Href }) {
  if (drift.count === 0) return <p className="text-ink-2">No brief was submitted for the first time in this period.</p>;
  return (
    <div className="space-y-4">
      <p>Of {drift.count === 1 ? "1 brief" : `${drift.count} briefs`}, {drift.stayed} stayed what the deal was classed as first.</p>
      {drift.ways.length > 0 && (
        <div className="grid gap-6 lg:grid-cols-2"><Card flush>
          <DataTable
            plain caption="How the class drifted" captionHidden rows={drift.ways} rowKey={({ key }) => key}
            rowHref={({ first, foretold, turned }) => href({ first: first ?? "NONE", foretold, turned: turned ?? "NONE" })}
            columns={[
              { key: "first", header: "First", cell: ({ first }) => word(first, "Not kept") },
              { key: "foretold", header: "Submitted", cell: ({ foretold }) => word(foretold, "") },
              { key: "turned", header: "Turned out", cell: ({ turned }) => word(turned, "Not said yet") },
              { key: "count", header: "Briefs", cell: ({ count }) => count, numeric: true },
            ]}
          />
        </Card></div>
      )}
    </div>
  );
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const word = (one: Complexity | null, none: string) => (one === null ? <span className="text-ink-2">{none}</span> : capital(COMPLEXITY_WORDS[one]));
