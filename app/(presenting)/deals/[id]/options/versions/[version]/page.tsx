import type { Metadata } from "next";
import { PrintButton } from "@/components/documents/print-button";
import { NothingHereAlone } from "@/components/layout/nothing-here-alone";
import { portalPage } from "@/components/layout/portal-page";
import { OptionsView } from "@/components/presentations/options-view";
import { ButtonLink } from "@/components/ui/button";
import { Static } from "@/components/ui/static";
import { Status } from "@/components/ui/status";
import { nothingHere, pageCtx } from "@/lib/http/page";
import { PRESENTATION_STATES } from "@/lib/presentations/format";
import { getVersion } from "@/lib/presentations/queries/page";

export const metadata: Metadata = { title: "Options" };

/** One version, to be shown to the client on a screen in the room: the whole width, and nothing internal beside it. */
export default portalPage(async function PresentingPage({ params }: { params: Promise<{ id: string; version: string }> }) {
  const [ctx, { id, version }] = await Promise.all([pageCtx(), params]);
  if (!/^[1-9]\d{0,5}$/.test(version)) nothingHere();
  const { view, state, chosenId } = await getVersion(ctx, { id, version: Number(version) });
  const { label, icon, tone } = PRESENTATION_STATES[state];
  return (
    <>
      <nav aria-label="This version" className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 sm:px-8">
        <ButtonLink href={`/deals/${id}/options`} variant="ghost" icon="arrow-left">Back to the deal</ButtonLink>
        <Status tone={tone} icon={icon}>{`Version ${version}: ${label.toLowerCase()}`}</Status>
        <span className="flex-1" />
        <PrintButton />
        <ButtonLink href={`/deals/${id}/options/versions/${version}/pdf`} icon="download">PDF</ButtonLink>
      </nav>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[110rem] px-4 py-10 outline-none sm:px-8 sm:py-14">
        <Static><OptionsView view={view} version={Number(version)} chosenId={chosenId} /></Static>
      </main>
    </>
  );
}, NothingHereAlone);
