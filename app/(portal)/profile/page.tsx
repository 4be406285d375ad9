import type { Metadata } from "next";
import { cookies } from "next/headers";
import { portalPage } from "@/components/layout/portal-page";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { themeOf } from "@/components/layout/theme";
import { ChangePasswordForm } from "@/components/people/change-password-form";
import { ProfileForm } from "@/components/people/profile-form";
import { TimeOff } from "@/components/people/time-off";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { isSampleSession } from "@/lib/auth/session";
import { pageCtx } from "@/lib/http/page";
import { signOutEverywhereAction } from "@/lib/people/actions/profile";
import { rolesText } from "@/lib/people/format";
import { getProfile, listColleagues } from "@/lib/people/queries/people";
import { ZONES } from "@/lib/platform/zones";

export const metadata: Metadata = { title: "Profile" };

export default portalPage(async function ProfilePage() {
  const ctx = await pageCtx();
  const profile = await getProfile(ctx);
  const colleagues = await listColleagues(ctx, { except: profile.id });
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <PageHeader title={profile.name} description={`${profile.email}: ${rolesText(profile)}. An admin changes name, address and roles.`} />
      <div className="space-y-12">
        <Section title="Settings"><ProfileForm profile={profile} colleagues={colleagues} zones={ZONES} /></Section>
        <Section title="Theme" description="Takes effect at once, in this browser."><ThemeSwitch theme={theme} /></Section>
        <Section title="Time off" id="time-off" description="Your backup takes over in longer time off."><TimeOff userId={profile.id} entries={profile.timeOff} today={ctx.now} /></Section>
        {!isSampleSession(ctx) && (
          <>
            <Section title="Password" id="password-section"><ChangePasswordForm email={profile.email} /></Section>
            <Section title="Sign out everywhere" description="On every device and in every browser, here as well.">
              <form action={signOutEverywhereAction}><Button type="submit" icon="log-out">Sign out everywhere</Button></form>
            </Section>
          </>
        )}
      </div>
    </>
  );
});
