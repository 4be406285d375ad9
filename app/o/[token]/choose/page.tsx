import { redirect } from "next/navigation";
import { portalPage } from "@/components/layout/portal-page";
import { ChooseForm } from "@/components/presentations/choose-form";
import { ClientPage } from "@/components/presentations/client-page";
import { ClosedLink } from "@/components/presentations/closed-link";
import { Banner } from "@/components/ui/banner";
import { moneyText } from "@/components/ui/money";
import { clientPageCtx } from "@/lib/auth/client-page";
import { dayText } from "@/lib/deals/format";
import { nothingHere } from "@/lib/http/page";
import { weeksText } from "@/lib/options/format";
import { openClientLink } from "@/lib/presentations/commands/open";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The second step of choosing: what it is, who chooses, and why. */
export default portalPage(async function ConfirmChoicePage({ params, searchParams }: Props) {
  const [{ token }, { option: wanted }] = await Promise.all([params, searchParams]);
  const ctx = await clientPageCtx(token);
  if (!ctx) nothingHere();
  const { view, presentationId, closed, choice, name } = await openClientLink(ctx);
  const option = view.options.find(({ id }) => id === wanted);
  if (!option || closed) redirect(`/o/${token}`);
  return (
    <ClientPage narrow footer={<p>{view.organisation} for {view.client}. Valid until {dayText(view.validUntil)}.</p>}>
      <p className="text-md text-ink-2">You are choosing</p>
      <h1 className="mt-1 text-3xl font-semibold tracking-tight [overflow-wrap:anywhere]">{option.name}</h1>
      <p className="mt-3 text-lg">{moneyText(option.price.minor, option.price.currency)} <span className="text-ink-2">· {weeksText(option.weeks.low, option.weeks.high)}</span></p>
      <div className="mt-8">
        {choice && <div className="mb-6"><Banner tone="info">“{choice.option}” is chosen at the moment. Yours would replace it; both are kept.</Banner></div>}
        <ChooseForm token={token} presentationId={presentationId} optionId={option.id} standing={choice?.id ?? ""} name={name} option={option.name} />
        <p className="mt-6 text-ink-2">This tells {view.organisation} what you want. A contract is a separate step, and {view.presenter} prepares it.</p>
      </div>
    </ClientPage>
  );
}, ClosedLink);
