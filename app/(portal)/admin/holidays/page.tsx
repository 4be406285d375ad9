import type { Metadata } from "next";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { HolidayForm } from "@/components/admin/holiday-form";
import { HolidayList } from "@/components/admin/holiday-list";
import { NoPermission } from "@/components/layout/no-permission";
import { portalPage } from "@/components/layout/portal-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminRefusal } from "@/lib/auth/policy";
import { pageCtx } from "@/lib/http/page";
import { listHolidays } from "@/lib/organisation/queries";

export const metadata: Metadata = { title: "Holidays" };

export default portalPage(async function HolidaysPage() {
  const ctx = await pageCtx();
  const refused = adminRefusal(ctx.actor);
  if (refused) return <NoPermission title="Holidays" reason={refused.reason} />;
  return (
    <>
      <PageHeader title="Holidays" description="Days on which nobody of yours works. Clocks stand still, and no call is proposed." />
      <AdminTabs current="/admin/holidays" />
      <div className="space-y-8">
        <HolidayForm />
        <HolidayList holidays={await listHolidays(ctx)} today={ctx.now} />
      </div>
    </>
  );
});
