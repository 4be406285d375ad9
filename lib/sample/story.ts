import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { addContact, updateClient } from "@/lib/clients/commands";
import { addContactInput, clientContent } from "@/lib/clients/schema";
import { approveAtRiskStart, requestAtRiskStart } from "@/lib/deals/commands/at-risk";
import { createDealWithClient } from "@/lib/deals/commands/create";
import { setNextStep } from "@/lib/deals/commands/next-step";
import { moveDeal, winDeal } from "@/lib/deals/commands/stage";
import { amountText } from "@/lib/deals/format";
import { createDealWithClientInput } from "@/lib/deals/schema";
import { answerDiscovery } from "@/lib/discovery/commands/answer";
import { acceptKey, addReturnPoints, returnHandover } from "@/lib/handovers/commands/decide";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { closeHandover, startDelivery, withdrawHandover } from "@/lib/handovers/commands/deliver";
import { tickItem, updatePromise } from "@/lib/handovers/commands/ledger";
import { namePeople } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import type { GroupId } from "@/lib/handovers/fields/types";
import { answersOf } from "@/lib/handovers/queries/answers";
import { rowsOf } from "@/lib/handovers/rules/answers";
import { answerBriefCheck } from "@/lib/ratings/commands/check";
import { giveRating } from "@/lib/ratings/commands/rate";
import { addEvidence } from "@/lib/traction/commands/evidence";
import type { Db } from "@/lib/platform/db";
import type { BriefVerdict, Complexity, ItemState, PromiseStatus, RatingSide, ReturnReason } from "@/lib/platform/generated/enums";
import { minorOf, typeBrief, typeCells } from "./answers";
import type { SampleClient, SampleValue } from "./brief";
import { CAST, type DeliverySlug, type PersonKey } from "./cast";
import { discoveryInput, type SampleSaid } from "./discovery";
import { dayFrom, weekdayAt } from "./moments";
import type { Ids } from "./organisation";

/** One thing that somebody did at an instant of the past. */
export type Step = { at: Date; by: PersonKey; run: (tx: Db, ctx: Ctx) => Promise<void> };

/** Weekdays before today (negative), and what the clock of whoever acts showed. */
export type When = readonly [days: number, clock: string];
type Key = "PM" | DeliverySlug;
/** The place of a row in its group, from 0. */
type At = { field: string; row?: number };
type Point = At & { reason: ReturnReason; needed: string; suggestion?: string };

/**
 * The story of one client, told as steps that are played later, each by the real command. Every method adds a step and
 * answers the story. The instants are counted back from `today`, so that the sample is always fresh.
 */
export class Story {
  readonly steps: Step[] = [];
  private readonly contacts = new Map<string, string>();
  private clientId = "";
  protected dealId = "";
  private id = "";

  constructor(protected readonly ids: Ids, protected readonly sample: SampleClient, protected readonly today: Date) {}

  /** Client, contacts and deal. */
  opens(when: When, { expectedClose = 20 } = {}): this {
    const { client, contacts, deal } = this.sample;
    return this.step(when, deal.contactOwner, async (tx, ctx) => {
      const made = await createDealWithClient(ctx, createDealWithClientInput.parse({
        ...this.dealFields(deal, expectedClose), client: { kind: "new", ...clientContent.parse(client) },
      }));
      if (!made.created) throw new Error(`The sample's client ${client.name} looks like another.`);
      [this.clientId, this.dealId] = [made.clientId, made.id];
      for (const [key, { brief: _, ...contact }] of Object.entries(contacts)) {
        const { id } = await addContact(ctx, addContactInput.parse({ clientId: made.clientId, zone: client.zone, ...contact, roles: [...contact.roles] }));
        this.contacts.set(key, id);
      }
      await tx.client.update({ where: { id: made.clientId }, data: { createdAt: ctx.now } });
    });
  }

  /** Another deal with the client of a story that opened before. */
  opensAgain(when: When, first: Story, { expectedClose = 20 } = {}): this {
    return this.step(when, this.sample.deal.contactOwner, async (_, ctx) => {
      const made = await createDealWithClient(ctx, createDealWithClientInput.parse({
        ...this.dealFields(this.sample.deal, expectedClose), client: { kind: "existing", id: first.clientId },
      }));
      if (!made.created) throw new Error("The sample's second deal was not created.");
      [this.clientId, this.dealId] = [made.clientId, made.id];
      for (const [key, id] of first.contacts) this.contacts.set(key, id);
    });
  }

  /** What the client's record says from now on. */
  records(when: When, changes: Partial<SampleClient["client"]>): this {
    return this.step(when, this.sample.deal.contactOwner, async (tx, ctx) => {
      const { revision } = await tx.client.findUniqueOrThrow({ where: { id: this.clientId }, select: { revision: true } });
      await updateClient(ctx, { ...clientContent.parse({ ...this.sample.client, ...changes }), id: this.clientId, revision });
    });
  }

  moves(when: When, move: "qualify" | "propose" | "park" | "lose", reason = "", by = this.sample.deal.contactOwner): this {
    return this.step(when, by, async (tx, ctx) => void (await moveDeal(ctx, { ...(await this.deal(tx)), move, reason })));
  }

  /** P5.1: signs that the client is serious, each with what was said. */
  hears(when: When, ...signs: readonly (readonly [kind: string, words: string])[]): this {
    return this.step(when, this.sample.deal.contactOwner, async (_, ctx) => {
      for (const [kind, words] of signs) await addEvidence(ctx, { id: this.dealId, kind, words, happenedOn: dayFrom(ctx.now, 0) });
    });
  }

  /** P7.4: what the client said to questions of discovery. */
  discovers(when: When, answers: readonly SampleSaid[]): this {
    return this.step(when, this.sample.deal.contactOwner, async (_, ctx) => {
      for (const [field, said] of answers) await answerDiscovery(ctx, discoveryInput(this.dealId, field, said === "target" ? dayFrom(this.today, 70) : said));
    });
  }

  /** What happens next with the client, so many days from now. */
  plans(when: When, nextStep: string, days: number): this {
    return this.step(when, this.sample.deal.contactOwner, async (tx, ctx) =>
      void (await setNextStep(ctx, { ...(await this.deal(tx)), nextStep, nextStepOn: dayFrom(this.today, days) })));
  }

  /** Signed on the day before. */
  wins(when: When, { by = this.sample.deal.contactOwner, evidence = this.sample.deal.evidence }: { by?: PersonKey; evidence?: string } = {}): this {
    return this.step(when, by, async (tx, ctx) => {
      const signedOn = dayFrom(ctx.now, -1);
      await winDeal(ctx, { ...(await this.deal(tx)), signedOn, evidence });
    });
  }

  /** P1.1: won by word, until a day from now. */
  winsByWord(asked: When, approved: When, { manager, until, reason }: { manager: PersonKey; until: number; reason: string }): this {
    return this
      .step(asked, this.sample.deal.contactOwner, async (tx, ctx) =>
        void (await requestAtRiskStart(ctx, { ...(await this.deal(tx)), until: dayFrom(this.today, until), reason })))
      .step(approved, manager, async (tx, ctx) => void (await approveAtRiskStart(ctx, await this.deal(tx))));
  }

  begins(when: When): this {
    return this.step(when, this.sample.deal.contactOwner, async (_, ctx) => {
      this.id = (await beginHandover(ctx, { dealId: this.dealId })).id;
    });
  }

  /** Everything that the sample knows, but for some fields. */
  writes(when: When, { without = [] as readonly string[] } = {}): this {
    const answers = Object.fromEntries(Object.entries(this.sample.answers).filter(([field]) => !without.includes(field)));
    return this.step(when, this.sample.deal.contactOwner, (tx, ctx) => typeBrief(tx, ctx, { id: this.id, sample: { ...this.sample, answers }, names: this.names() }));
  }

  /** One answer more, or another one. */
  changes(when: When, changes: readonly (At & { value: SampleValue })[]): this {
    return this.step(when, this.sample.deal.contactOwner, async (tx, ctx) => {
      const cells = await Promise.all(changes.map(async ({ field, row, value }) => ({ field, rowId: await this.rowId(tx, field, row), value })));
      await typeCells(tx, ctx, { id: this.id, cells, names: this.names() });
    });
  }

  namesPeople(when: When): this {
    const { pm, leads, deal } = this.sample;
    return this.step(when, deal.contactOwner, async (_, ctx) => void (await namePeople(ctx, {
      id: this.id, pmId: this.ids.people[pm],
      leads: Object.entries(leads).map(([slug, lead]) => ({ teamId: this.ids.teams[slug as DeliverySlug], leadId: this.ids.people[lead] })),
    })));
  }

  submits(when: When): this {
    return this.step(when, this.sample.deal.contactOwner, async (tx, ctx) => void (await submitHandover(ctx, await this.handover(tx))));
  }

  accepts(when: When, key: Key, conditions: readonly { text: string; owner: PersonKey; day: number }[] = []): this {
    return this.step(when, this.holder(key), async (tx, ctx) => void (await acceptKey(ctx, {
      ...(await this.key(tx, key)), conditions: conditions.map(({ text, owner, day }) => ({ text, ownerId: this.ids.people[owner], dueOn: dayFrom(this.today, day) })),
    })));
  }

  returns(when: When, key: Key, points: readonly Point[]): this {
    return this.step(when, this.holder(key), async (tx, ctx) => void (await returnHandover(ctx, { ...(await this.key(tx, key)), points: await this.points(tx, points) })));
  }

  adds(when: When, key: Key, points: readonly Point[]): this {
    return this.step(when, this.holder(key), async (tx, ctx) => void (await addReturnPoints(ctx, { ...(await this.key(tx, key)), points: await this.points(tx, points) })));
  }

  withdraws(when: When, reason: string): this {
    return this.step(when, this.sample.deal.contactOwner, async (tx, ctx) => void (await withdrawHandover(ctx, { ...(await this.handover(tx)), reason })));
  }

  starts(when: When): this {
    return this.step(when, this.sample.pm, async (tx, ctx) => void (await startDelivery(ctx, await this.handover(tx))));
  }

  closes(when: When, outcome: "COMPLETED" | "CANCELLED", reason = ""): this {
    return this.step(when, this.sample.pm, async (tx, ctx) => void (await closeHandover(ctx, { ...(await this.handover(tx)), outcome, reason })));
  }

  /** Ticks items of the checklist, by their ids in the template. */
  ticks(when: When, by: PersonKey, items: readonly string[], { state = "DONE" as ItemState, note = "" } = {}): this {
    return this.step(when, by, async (tx, ctx) => {
      for (const item of items) {
        const found = await tx.checklistItem.findFirst({ where: { handoverId: this.id, item: { startsWith: item } }, select: { id: true, revision: true } });
        if (!found) throw new Error(`The sample ticks ${item}, which is not on the checklist of ${this.sample.client.name}.`);
        await tickItem(ctx, { id: this.id, itemId: found.id, revision: found.revision, state, note });
      }
    });
  }

  /** What became of a promise, found by a part of its text. */
  keeps(when: When, part: string, status: PromiseStatus, note: string): this {
    return this.step(when, this.sample.pm, async (tx, ctx) => {
      const { id: promiseId, revision, contract, ownerId, dueOn } = await tx.ledgerPromise.findFirstOrThrow({ where: { handoverId: this.id, text: { contains: part } } });
      await updatePromise(ctx, { id: this.id, promiseId, revision, contract, status, ownerId, dueOn: dueOn?.toISOString().slice(0, 10) ?? null, note });
    });
  }

  /** P8.4: what somebody says of the brief, or of its acceptance. */
  rates(when: When, by: PersonKey, side: RatingSide, score: number, sentence = ""): this {
    return this.step(when, by, async (_, ctx) => void (await giveRating(ctx, { id: this.id, side, score, sentence, revision: 0 })));
  }

  /** P8.4: the PM's answer, once asked. */
  answersCheck(when: When, verdict: BriefVerdict, fields: readonly string[], sentence: string, turnedOut: Complexity | null = null): this {
    return this.step(when, this.sample.pm, async (tx, ctx) => {
      const { revision } = await tx.briefCheck.findUniqueOrThrow({ where: { handoverId: this.id }, select: { revision: true } });
      await answerBriefCheck(ctx, { id: this.id, verdict, fields: [...fields], sentence, turnedOut, revision });
    });
  }

  protected step([days, clock]: When, by: PersonKey, run: Step["run"]): this {
    this.steps.push({ at: weekdayAt(this.today, { days, clock, zone: CAST[by].zone }), by, run });
    return this;
  }

  private names = () => ({ ...this.ids, contacts: this.contacts, today: this.today });
  private holder = (key: Key): PersonKey => (key === "PM" ? this.sample.pm : (this.sample.leads[key] ?? this.sample.pm));
  private deal = (tx: Db) => tx.deal.findUniqueOrThrow({ where: { id: this.dealId }, select: { id: true, revision: true } });
  private handover = (tx: Db) => tx.handover.findUniqueOrThrow({ where: { id: this.id }, select: { id: true, revision: true } });

  private dealFields({ value, teams, contactOwner, owner, evidence: _, ...deal }: SampleClient["deal"], expectedClose: number) {
    return {
      ...deal, amount: amountText(minorOf(value, deal.currency), deal.currency), expectedClose: dayFrom(this.today, expectedClose),
      teamIds: teams.map((slug) => this.ids.teams[slug]), contactOwnerId: this.ids.people[contactOwner], ownerId: this.ids.people[owner],
    };
  }

  private async key(tx: Db, key: Key) {
    const { id: keyId, handover: { briefVersion } } = await tx.handoverKey.findFirstOrThrow({
      where: { handoverId: this.id, role: key === "PM" ? "PM" : "TEAM_LEAD", teamId: key === "PM" ? null : this.ids.teams[key] },
      select: { id: true, handover: { select: { briefVersion: true } } },
    });
    return { id: this.id, keyId, briefVersion };
  }

  private points = (tx: Db, points: readonly Point[]) =>
    Promise.all(points.map(async ({ field, row, reason, needed, suggestion = "" }) => ({ field, rowId: await this.rowId(tx, field, row), reason, needed, suggestion })));

  private async rowId(tx: Db, field: string, row: number | undefined): Promise<string | null> {
    if (row === undefined) return null;
    const rowId = rowsOf(await answersOf(tx, this.id), field.split(".")[0] as GroupId)[row];
    if (!rowId) throw new Error(`The sample names row ${row} of ${field}, which does not exist.`);
    return rowId;
  }
}
