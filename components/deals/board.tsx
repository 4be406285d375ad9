import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuButton, MenuLine, MenuLink } from "@/components/ui/menu";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { ageText, dealNumber, STAGES } from "@/lib/deals/format";
import { DEAL_MOVES, type DealMove } from "@/lib/deals/lifecycle";
import type { DealStage } from "@/lib/platform/generated/enums";
import { NextStep } from "./deals-table";

type Card = {
  id: string; number: number; name: string; revision: number; stage: DealStage; client: string; contactOwner: string;
  valueMinor: number; currency: string; nextStep: string; nextStepOn: Date | null; signedOn: Date | null; since: Date; moves: readonly DealMove[];
};
type Column = { stage: DealStage; cards: readonly Card[]; more: string | null; count: number | undefined };
type BoardProps = { columns: readonly Column[]; today: string; now: Date };

/** The deals by stage. Below 1024 px the columns stand below each other; beside each other they scroll. */
export function Board({ columns, today, now }: BoardProps) {
  const isOne = columns.length === 1;
  return (
    <div className={isOne ? "max-w-form" : "grid gap-6 lg:grid-cols-3 2xl:grid-cols-6"}>
      {columns.map(({ stage, cards, more, count }) => (
        <section key={stage} aria-labelledby={`stage-${stage}`} data-stage={stage} className="min-w-0 rounded-lg bg-sunken p-2 data-[over]:outline-2 data-[over]:outline-accent-ink">
          <h2 id={`stage-${stage}`} className="flex items-center justify-between gap-2 px-1.5 py-1 font-medium">
            <Status tone={STAGES[stage].tone} icon={STAGES[stage].icon}>{STAGES[stage].label}</Status>
            {count !== undefined && <span className="text-sm font-normal text-ink-2 tabular-nums">{count}<span className="sr-only"> in all</span></span>}
          </h2>
          {cards.length === 0 ? <p className="px-1.5 py-2 text-sm text-ink-2">No deal here.</p> : (
            <ul className="space-y-2 pt-1">{cards.map((card) => <DealCard key={card.id} card={card} today={today} now={now} />)}</ul>
          )}
          {more && <p className="px-1.5 pt-2 text-sm"><TextLink href={more}>{isOne ? "The next ones" : `More in ${STAGES[stage].label.toLowerCase()}`}</TextLink></p>}
        </section>
      ))}
    </div>
  );
}

function DealCard({ card, today, now }: { card: Card; today: string; now: Date }) {
  const { id, number, name, client, contactOwner, valueMinor, currency, nextStep, since, stage, signedOn, moves } = card;
  return (
    <li data-deal={id} draggable={moves.length > 0 || undefined} className="space-y-1.5 rounded-md border border-line bg-surface p-2.5">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <a href={`/deals/${id}`} draggable={false} className="font-medium hover:text-accent-ink hover:underline">{name}</a>{" "}
        <span className="text-sm whitespace-nowrap text-ink-3">{dealNumber(number)}</span>
        <span className="block text-sm text-ink-2">{client} · {contactOwner}</span>
      </p>
      {nextStep !== "" && (
        <p className="flex items-start gap-1.5 text-sm text-ink-2">
          <Icon name="corner-down-right" size={14} className="mt-0.5 shrink-0" />
          <NextStep deal={card} today={today} />
        </p>
      )}
      {stage === "WON" && signedOn === null && <p><Badge tone="warning" icon="alert-triangle">not signed</Badge></p>}
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-sm text-ink-2">
        <span className="min-w-0"><Money minor={valueMinor === 0 ? null : valueMinor} currency={currency} /> · {ageText(since, now)}<span className="sr-only"> in this stage</span></span>
        {moves.length > 0 && <MoveMenu card={card} />}
      </div>
    </li>
  );
}

/** Where the deal can go from here. A move that asks why, or for a signature, leads to the page that asks. */
function MoveMenu({ card: { id, name, revision, moves } }: { card: Card }) {
  const steps = moves.filter((move) => move === "qualify" || move === "propose");
  const asked = moves.filter((move) => move !== "qualify" && move !== "propose");
  return (
    <Menu label="Move to" size="sm" align="end" face={<>Move to<span className="sr-only"> another stage: {name}</span><Icon name="chevron-down" size={14} className="text-ink-3" /></>}>
      {steps.map((move) => (
        <MenuButton key={move} type="submit" name="move" value={`${move} ${id} ${revision}`} data-to={DEAL_MOVES[move].to} icon={STAGES[DEAL_MOVES[move].to].icon}>{STAGES[DEAL_MOVES[move].to].label}</MenuButton>
      ))}
      {steps.length > 0 && asked.length > 0 && <MenuLine />}
      {asked.map((move) => (
        <MenuLink key={move} href={move === "win" ? `/deals/${id}#contract` : `/deals/${id}/move?to=${move}`} data-to={DEAL_MOVES[move].to} icon={STAGES[DEAL_MOVES[move].to].icon}>{DEAL_MOVES[move].label}…</MenuLink>
      ))}
    </Menu>
  );
}
