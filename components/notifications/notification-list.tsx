import { ActionButton } from "@/components/people/action-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { clockText } from "@/components/ui/time-text";
import { openNotificationAction } from "@/lib/notifications/actions";
import { groupByDay } from "@/lib/notifications/format";

type Row = { id: string; text: string; href: string; at: Date; readAt: Date | null };
type ListProps = { rows: readonly Row[]; now: Date; zone: string };

/** Notices grouped by day. An unread one is opened with a button, which marks it as read on the way. */
export function NotificationDays({ rows, now, zone, level }: ListProps & { level?: 2 | 3 }) {
  return groupByDay(rows, { now, zone }).map(({ day, label, rows: group }) => (
    <Section key={day} title={label} level={level}>
      <ul className="divide-y divide-line border-y border-line">
        {group.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <p className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
              {row.readAt === null ? <span className="font-medium">{row.text}</span> : <Read row={row} />}
              <span className="block text-sm text-ink-2">{label === "Today" ? <RelativeTime at={row.at} now={now} zone={zone} /> : <time dateTime={row.at.toISOString()}>{clockText(row.at, zone)}</time>}</span>
            </p>
            {row.readAt === null && (
              <ActionButton action={openNotificationAction} fields={{ id: row.id }} size="sm">
                {row.href === "/notifications" ? "Mark as read" : "Open"}<span className="sr-only"> {row.text}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  ));
}

const Read = ({ row: { href, text } }: { row: Row }) => (href === "/notifications" ? <span className="text-ink-2">{text}</span> : <a href={href} className="rounded-sm hover:underline">{text}</a>);
