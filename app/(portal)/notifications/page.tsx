import type { Metadata } from "next";
import { portalPage } from "@/components/layout/portal-page";
import { NotificationDays } from "@/components/notifications/notification-list";
import { ActionButton } from "@/components/people/action-button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { zoneOf } from "@/lib/auth/ctx";
import { pageCtx } from "@/lib/http/page";
import { markAllReadAction } from "@/lib/notifications/actions";
import { listNotifications } from "@/lib/notifications/queries";
import { listNotificationsParams } from "@/lib/notifications/schema";

export const metadata: Metadata = { title: "Notifications" };

export default portalPage(async function NotificationsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const [ctx, params] = await Promise.all([pageCtx(), searchParams]);
  const { after } = listNotificationsParams.parse(params);
  const { unread, read, next } = await listNotifications(ctx, { after });
  const time = { now: ctx.now, zone: zoneOf(ctx) };
  return (
    <>
      <PageHeader title="Notifications" actions={unread.length > 0 && <ActionButton action={markAllReadAction} fields={{}} icon="check-check" done="All read">Mark all as read</ActionButton>} />
      {unread.length + read.length === 0 ? (
        <EmptyState icon="bell">Nothing to tell you. You hear of what concerns you here.</EmptyState>
      ) : (
        <div className="max-w-reading space-y-10">
          {unread.length > 0 && <Section title="Unread"><div className="space-y-6"><NotificationDays rows={unread} level={3} {...time} /></div></Section>}
          {read.length > 0 && <Section title="Read"><div className="space-y-6"><NotificationDays rows={read} level={3} {...time} /></div></Section>}
        </div>
      )}
      <Pagination previous={after ? "/notifications" : null} next={next && `/notifications?after=${next}`} />
    </>
  );
});
