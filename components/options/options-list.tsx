import { ActionButton } from "@/components/people/action-button";
import { MoveButtons } from "./move-buttons";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { moveOptionAction, restoreOptionAction } from "@/lib/options/actions";
import { hoursText, totalHours, weeksText } from "@/lib/options/format";
import type { OptionsOfDeal, ShownOption } from "@/lib/options/queries/page";

/** The options of a deal in their order, each with what it costs, takes, and still lacks (P7.1). */
export function OptionsList({ dealId, options, mayWrite }: { dealId: string; options: readonly ShownOption[]; mayWrite: boolean }) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {options.map((option, index) => (
        <li key={option.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-4">
          <div className="min-w-0 flex-1 basis-72 space-y-1.5">
            <h3 className="text-md font-semibold [overflow-wrap:anywhere]"><span className="me-2 text-ink-3 tabular-nums" aria-hidden="true">{index + 1}</span><TextLink href={`/deals/${dealId}/options/${option.id}`}>{option.name}</TextLink></h3>
            {option.plainWords.trim() !== "" && <p className="line-clamp-2 max-w-reading text-ink-2 [overflow-wrap:anywhere]">{option.plainWords}</p>}
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {option.withMoney && (option.priceMinor === null ? <Missing>No price yet</Missing> : <span className="font-medium"><Money minor={option.priceMinor} currency={option.currency} /></span>)}
              {option.weeksLow !== null && option.weeksHigh !== null ? <span>{weeksText(option.weeksLow, option.weeksHigh)}</span> : <Missing>No duration yet</Missing>}
              <Hours option={option} />
            </p>
            <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm"><Estimates option={option} /><Approval option={option} /></div>
          </div>
          {mayWrite && options.length > 1 && <MoveButtons id={option.id} name={option.name} action={moveOptionAction} isFirst={index === 0} isLast={index === options.length - 1} />}
        </li>
      ))}
    </ol>
  );
}

const Missing = ({ children }: { children: string }) => <span className="text-ink-2">{children}</span>;

function Hours({ option: { phases } }: { option: ShownOption }) {
  const total = totalHours(phases);
  return total ? <span>{hoursText(total)}</span> : null;
}

function Estimates({ option: { phases } }: { option: ShownOption }) {
  const held = phases.filter(({ problem }) => problem === null).length;
  if (phases.length === 0) return <Status tone="warning" icon="circle-dashed">No phases yet</Status>;
  if (held === phases.length) return <Status tone="success" icon="circle-check">{phases.length === 1 ? "Its phase is estimated" : phases.length === 2 ? "Both phases are estimated" : `All ${phases.length} phases are estimated`}</Status>;
  return <Status tone="warning" icon="circle-dashed">{phases.length === 1 ? "Its phase is not estimated" : `${held} of ${phases.length} phases are estimated`}</Status>;
}

/** P6.6, in a few words. */
function Approval({ option: { approval: { need, standing, newest } } }: { option: ShownOption }) {
  if (standing) return <Status tone="success" icon="shield-check">{`Approved by ${standing.lead.name}`}</Status>;
  if (need === null) return null;
  if (newest?.state === "ASKED") return <Status tone="info" icon="hourglass">{`${newest.lead.name} is asked to approve`}</Status>;
  if (newest?.state === "DECLINED") return <Status tone="danger" icon="ban">{`Not approved by ${newest.lead.name}`}</Status>;
  return <Status tone="warning" icon="shield">Needs a lead&apos;s approval</Status>;
}

/** What was put away, to be taken up again. */
export function ArchivedOptions({ archived, mayWrite }: { archived: OptionsOfDeal["archived"]; mayWrite: boolean }) {
  return (
    <details className="disclosure">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-ink-2 hover:text-ink"><Icon name="chevron-right" size={14} className="chevron" />{archived.length === 1 ? "One option was put away" : `${archived.length} options were put away`}</summary>
      <ul className="mt-2 max-w-reading divide-y divide-line border-y border-line">
        {archived.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
            {mayWrite && <ActionButton action={restoreOptionAction} fields={{ id }} size="sm" icon="undo" done="Taken up again">Take up again</ActionButton>}
          </li>
        ))}
      </ul>
    </details>
  );
}
