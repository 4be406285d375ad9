import { ButtonLink } from "@/components/ui/button";
import { RefusedAction } from "@/components/ui/refused-action";
import type { Refusal } from "@/lib/platform/errors";
import { ASKING, type Asking } from "@/lib/involvement/format";

type AllowedProps = { dealId: string; refusals: Record<Asking, Refusal | null>; mayAsk: boolean };

/** What may be asked for now, and for each that may not the reason with its remedy (B7, P5.3, P6.2); one reason for all is said once. */
export function Allowed({ dealId, refusals, mayAsk }: AllowedProps) {
  const all = Object.values(refusals);
  const shared = all.every((one) => one !== null && one.reason === all[0]?.reason) ? all[0] : null;
  return (
    <>
      {shared && <p className="mb-3 max-w-reading"><Reason {...shared} /></p>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {(Object.keys(ASKING) as Asking[]).map((asking) => {
          const refusal = refusals[asking];
          const label = asking === "TRIAL" ? "Ask for a trial task" : asking === "WRITTEN" ? "Ask in writing" : `Ask for ${asking === "CALL" ? "a call" : "an estimate"}`;
          return (
            <li key={asking} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-72">
                <p className="font-medium">{ASKING[asking].label}</p>
                {!shared && <p className="max-w-reading text-sm text-ink-2">{refusal ? <Reason {...refusal} /> : "Can be asked for now."}</p>}
              </div>
              {mayAsk && (refusal
                ? <RefusedAction reason={refusal.reason} rule={refusal.rule} size="sm">{label}</RefusedAction>
                : <ButtonLink size="sm" variant={asking === "WRITTEN" ? "primary" : "secondary"} href={asking === "TRIAL" ? `/deals/${dealId}/involvement/trial` : `/deals/${dealId}/involvement/new?kind=${asking}`}>{label}</ButtonLink>)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const Reason = ({ reason, rule }: Refusal) => <>{reason} <span className="whitespace-nowrap text-ink-3">Rule {rule}</span></>;
