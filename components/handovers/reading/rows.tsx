import { coreField, GROUPS } from "@/lib/handovers/fields";
import { listOf } from "@/lib/handovers/rules/comments";
import type { ReadGroup } from "@/lib/handovers/rules/reading";
import type { GroupId } from "@/lib/handovers/fields/types";
import { blockOf, ChangedMark, CommentButton, type Talk } from "./block";
import { Document } from "./document";
import { Threads } from "./threads";

/** A list of the brief, row by row, with what was said about rows, about cells of them, and about the list. */
export function Rows({ group, talk }: { group: ReadGroup; talk?: Talk }) {
  const title = GROUPS[group.id].title;
  const titleType = coreField(title)?.type;
  const isWording = titleType === "text" || titleType === "longText";
  return (
    <div className="min-w-0 sm:col-span-2">
      <h3 className="text-sm font-medium text-ink-2">{group.label}</h3>
      {group.rows.length > 0 && (
        <ul className="mt-1 divide-y divide-line border-y border-line">
          {group.rows.map((row) => (
            <li key={row.rowId} {...blockOf(title, { rowId: row.rowId, label: `${group.label}: ${row.title.slice(0, 40)}`, talk, isWording })} className="scroll-mt-20 rounded-sm py-3">
              <div className="flex items-start justify-between gap-2">
                <p className="text-md font-medium whitespace-pre-line [overflow-wrap:anywhere]"><span data-words="">{row.title}</span>{talk?.changedAt?.has(row.rowId) && <ChangedMark />}</p>
                {talk?.mayComment?.has(title) && <CommentButton label={`${group.one} “${row.title.slice(0, 40)}”`} />}
              </div>
              {row.cells.length > 0 && (
                <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
                  {row.cells.map((cell) => (
                    <div key={cell.id} className={cell.isLong ? "sm:col-span-2" : undefined}>
                      <dt className="inline text-ink-2">{cell.label}{cell.label.endsWith("?") ? " " : ": "}</dt>
                      <dd className="inline whitespace-pre-line [overflow-wrap:anywhere]">
                        {cell.href ? <Document href={cell.href} text={cell.text} pin={cell.pin} /> : <span data-cell={talk && cell.isWording ? cell.id : undefined}>{cell.text}</span>}
                        {talk?.changedAt?.has(`${cell.id}@${row.rowId}`) && <span className="sr-only"> (changed)</span>}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.rowId === row.rowId)} />}
            </li>
          ))}
        </ul>
      )}
      <ListThreads list={group.id} talk={talk} />
    </div>
  );
}

/** What was said about a list as a whole, and about rows of it that were removed. */
export function ListThreads({ list, talk }: { list: GroupId; talk?: Talk }) {
  return talk ? <Threads {...talk} threads={talk.threads.filter((one) => listOf(one.field) === list && (one.rowId === null || one.row?.isGone))} /> : null;
}
