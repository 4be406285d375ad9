import { portalPage } from "@/components/layout/portal-page";
import { ClientPage } from "@/components/presentations/client-page";
import { ClosedLink } from "@/components/presentations/closed-link";
import { OptionsView } from "@/components/presentations/options-view";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Static } from "@/components/ui/static";
import { dateText } from "@/components/ui/time-text";
import { clientPageCtx } from "@/lib/auth/client-page";
import { nothingHere } from "@/lib/http/page";
import { openClientLink } from "@/lib/presentations/commands/open";
import { chooserText } from "@/lib/presentations/format";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** P7.5: what the client sees of the options, by the link and without a login. */
export default portalPage(async function ClientOptionsPage({ params, searchParams }: Props) {
  const [{ token }, { chosen }] = await Promise.all([params, searchParams]);
  const ctx = await clientPageCtx(token);
  if (!ctx) nothingHere();
  const { view, version, choice, closed } = await openClientLink(ctx);
  const standing = choice && `${chooserText(choice.by)} chose “${choice.option}” on ${dateText(choice.at, "UTC")}${choice.optionId === null ? `, of version ${choice.version}` : ""}.`;
  return (
    <ClientPage
      footer={<>
        <p>Version {version}. Questions? Ask {view.presenter} of {view.organisation}.</p>
        <a href={`/o/${token}/pdf`} className="link inline-flex items-center gap-1.5"><Icon name="download" size={16} />Download as PDF</a>
      </>}
    >
      {standing && (
        <div className="mb-8 max-w-reading">
          <Banner tone="success" title={chosen === undefined ? "A choice has been made" : "Thank you: your choice is recorded"} live={chosen === undefined ? undefined : "status"}>
            {standing} {view.presenter} sees it, and will be in touch.
          </Banner>
        </div>
      )}
      {closed && <div className="mb-8 max-w-reading"><Banner tone="info" title={closed}>Please ask {view.presenter} what is possible.</Banner></div>}
      <Static>
        <OptionsView
          view={view} version={version} chosenId={choice?.optionId ?? null}
          action={closed ? undefined : (option) => option.id === choice?.optionId ? <p className="text-ink-2">This is the option that was chosen.</p> : (
            <ButtonLink href={`/o/${token}/choose?option=${option.id}`} variant={choice ? "secondary" : "primary"} size="lg" className="w-full">
              {choice ? "Choose this instead" : "Choose this option"}<span className="sr-only">: {option.name}</span>
            </ButtonLink>
          )}
        />
      </Static>
    </ClientPage>
  );
}, ClosedLink);
