import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { ActionForm } from "@/components/handovers/overview/action-form";
import { PolicyNote } from "@/components/policies/policy-note";
import { Badge } from "@/components/ui/badge";
import { Dialog, DialogButton } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { tickItemAction } from "@/lib/handovers/actions";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { ChecklistLine } from "@/lib/handovers/queries/ledger";
import type { ItemPhase } from "@/lib/platform/generated/enums";
import { CHECKLIST_FACTS, type ChecklistFact, ITEM_OWNER_WORDS, PHASE_WORDS } from "@/lib/policies/format";
import { Hint } from "@/components/ui/hint";
import { Tick } from "./tick";

type ChecklistProps = { head: HandoverHead; items: readonly ChecklistLine[]; /** Of the checklist that computed it. */ version: number; now: Date; zone: string };

/** Before, during and after the first call: who does what by when, and why it is here (P2.12). */
export function Checklist({ head, items, version, now, zone }: ChecklistProps) {
  if (items.length === 0) return <EmptyState icon="list-checks">The checklist opens when the handover is accepted.</EmptyState>;
  const done = items.filter(({ state }) => state !== "OPEN").length;
  const mandatory = items.filter(({ mandatory: must, state }) => must && state === "OPEN").length;
  return (
    <div className="max-w-reading space-y-10">
      <Meter label={mandatory === 0 ? "Everything mandatory is done" : `${mandatory} mandatory left`} value={done} max={items.length} text={`${done} of ${items.length}`} tone={mandatory === 0 ? "success" : "accent"} />
      {head.viewer.isObserver && <p className="text-ink-2">{OBSERVER}</p>}
      {(Object.keys(PHASE_WORDS) as ItemPhase[]).map((phase) => {
        const shown = items.filter((one) => one.phase === phase);
        return shown.length > 0 && (
          <Section key={phase} title={PHASE_WORDS[phase]}>
            <ul className="divide-y divide-line border-y border-line">
              {shown.map((item) => <Item key={item.id} handoverId={head.id} item={item} now={now} zone={zone} />)}
            </ul>
          </Section>
        );
      })}
      <PolicyNote kind="CHECKLIST_TEMPLATE" version={version} />
    </div>
  );
}

const OBSERVER = "You observe: the PM is accountable now. You can tick the items that are yours; the others say who does them.";

function Item({ handoverId, item, now, zone }: { handoverId: string; item: ChecklistLine; now: Date; zone: string }) {
  const who = item.team ? `${item.team} ${ITEM_OWNER_WORDS[item.ownerRole]}` : ITEM_OWNER_WORDS[item.ownerRole];
  return (
    <li className="flex items-start gap-3 py-3">
      <Tick id={handoverId} itemId={item.id} revision={item.revision} title={item.title} state={item.state} refusal={item.refusal} />
      <div className="min-w-0 flex-1">
        <p className={item.state === "OPEN" ? "font-medium" : "text-ink-2"}>
          {item.title} <Hint label={`Why “${item.title}” is here`}>{item.why}{item.fact && item.fact in CHECKLIST_FACTS ? ` It is done by itself once ${CHECKLIST_FACTS[item.fact as ChecklistFact]}.` : ""}</Hint>
        </p>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
          {item.owner ? `${item.owner}, ${who}` : who}
          {!item.mandatory && <Badge>Optional</Badge>}
          {item.fact && <Badge icon="sparkles">Ticks itself</Badge>}
          {item.state === "OPEN" && item.refusal === null && <Skip handoverId={handoverId} item={item} />}
        </div>
        {item.note && <p className="whitespace-pre-line text-ink-2">“{item.note}”</p>}
      </div>
      <div className="shrink-0 text-end text-sm">
        <State item={item} now={now} zone={zone} />
      </div>
    </li>
  );
}

/** Not needed here: with a note, which a mandatory item demands (P2.12). */
function Skip({ handoverId, item }: { handoverId: string; item: ChecklistLine }) {
  const dialog = `skip-${item.id}`;
  return (
    <>
      <DialogButton dialog={dialog} size="sm" variant="ghost">Skip</DialogButton>
      <Dialog id={dialog} title="Skip this item" description={item.title}>
        <ActionForm action={tickItemAction} input={{ id: handoverId, itemId: item.id, revision: item.revision, state: "SKIPPED" }} prefix={dialog} submit="Skip it" done="The item is skipped." dialog={dialog} className="space-y-4 text-start">
          <Field id={`${dialog}-note`} label="Why it is not needed here" optional={!item.mandatory}>{(control) => <TextArea {...control} name="note" rows={3} />}</Field>
        </ActionForm>
      </Dialog>
    </>
  );
}

function State({ item, now, zone }: { item: ChecklistLine; now: Date; zone: string }) {
  const time = (at: string) => <RelativeTime at={at} now={now} zone={zone} tipAlign="end" />;
  if (item.state === "DONE") return <><Status tone="success" icon="circle-check">Done</Status>{item.doneAt && <span className="block text-ink-2">{item.doneBy} {time(item.doneAt)}</span>}</>;
  if (item.state === "SKIPPED") return <><Status tone="neutral" icon="circle-slash">Skipped</Status>{item.doneAt && <span className="block text-ink-2">{item.doneBy} {time(item.doneAt)}</span>}</>;
  return (
    <>
      {item.isLate ? <Status tone="danger" icon="alarm-clock">Late</Status> : <Status tone="neutral" icon="circle">Open</Status>}
      {item.dueAt && <span className="block text-ink-2">due {time(item.dueAt)}</span>}
    </>
  );
}
