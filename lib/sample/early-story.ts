import "server-only";
import { consentToClass, overrideClass } from "@/lib/deals/commands/class-override";
import { complexityOf } from "@/lib/deals/queries/complexity";
import { acceptInvolvement, agreeInvolvement, answerInvolvement, declineInvolvement } from "@/lib/involvement/commands/decide";
import { recordHours } from "@/lib/involvement/commands/hours";
import { requestInvolvement } from "@/lib/involvement/commands/request";
import { requestInvolvementInput } from "@/lib/involvement/schema";
import type { Complexity, DeclineReason, InvolvementKind, TrialOutcome } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { grantInvolvement } from "@/lib/traction/commands/grants";
import type { InvolvementKind as Granted } from "@/lib/traction/rules/traction";
import { requestTrial } from "@/lib/trials/commands/request";
import { approveTrial, evaluateTrial } from "@/lib/trials/commands/review";
import { deliverTrial, recordTrialHours, startTrial } from "@/lib/trials/commands/run";
import { requestTrialInput } from "@/lib/trials/schema";
import type { PersonKey } from "./cast";
import { dayFrom } from "./moments";
import { Story, type When } from "./story";

type Ask = { kind?: InvolvementKind; asked: string; suggestion: string; minutes?: number; whyCall?: string; /** In days from now. */ needed: number };
type Trial = { developer: PersonKey; lead: PersonKey; purpose: string; scope: string; entryCriteria: string; exitCriteria: string; hours: string; price?: string };

/** What happens of a story before the contract is signed: who was asked, what was tried, and what a manager allowed. */
export class EarlyStory extends Story {
  private readonly asked = new Map<PersonKey, string>();
  private trialId = "";

  /** P6.4: asks somebody of delivery, with the seller's own answer. */
  asks(when: When, person: PersonKey, { kind = "WRITTEN", minutes = 60, whyCall = "", needed, ...words }: Ask): this {
    return this.step(when, this.sample.deal.contactOwner, async (_, ctx) => {
      const { id } = await requestInvolvement(ctx, requestInvolvementInput.parse({
        dealId: this.dealId, personId: this.ids.people[person], kind, minutes, whyCall, neededBy: dayFrom(this.today, needed), ...words,
      }));
      this.asked.set(person, id);
    });
  }

  /** Agrees with the seller's answer, or gives another; and the minutes that it took. */
  answersRequest(when: When, person: PersonKey, { answer, minutes }: { answer?: string; minutes: number }): this {
    return this.step(when, person, async (_, ctx) => {
      const id = this.requestTo(person);
      await acceptInvolvement(ctx, { id });
      await recordHours(ctx, { id, entryId: newId(), minutes, workedOn: dayFrom(ctx.now, 0), note: "" });
      await (answer === undefined ? agreeInvolvement(ctx, { id }) : answerInvolvement(ctx, { id, answer }));
    });
  }

  declinesRequest(when: When, person: PersonKey, reason: DeclineReason, note = ""): this {
    return this.step(when, person, async (_, ctx) => void (await declineInvolvement(ctx, { id: this.requestTo(person), reason, note })));
  }

  /** P5.2: allows one kind of involvement against the rule, until a day from now. */
  grants(when: When, manager: PersonKey, { allows, until, reason }: { allows: Granted; until: number; reason: string }): this {
    return this.step(when, manager, async (_, ctx) => void (await grantInvolvement(ctx, { id: this.dealId, allows, until: dayFrom(this.today, until), reason })));
  }

  /** P6.5: asks for a trial task, which its lead approves. */
  tries(asked: When, approved: When, { developer, lead, ...trial }: Trial): this {
    return this
      .step(asked, this.sample.deal.contactOwner, async (_, ctx) => {
        const { people } = this.ids;
        const { id } = await requestTrial(ctx, requestTrialInput.parse({ dealId: this.dealId, developerId: people[developer], leadId: people[lead], currency: this.sample.deal.currency, ...trial }));
        this.trialId = id;
      })
      .step(approved, lead, async (_, ctx) => void (await approveTrial(ctx, { id: this.trialId })));
  }

  startsTrial(when: When, developer: PersonKey): this {
    return this.step(when, developer, async (_, ctx) => void (await startTrial(ctx, { id: this.trialId })));
  }

  /** Time spent on the trial task. */
  works(when: When, developer: PersonKey, minutes: number, note = ""): this {
    return this.step(when, developer, async (_, ctx) => void (await recordTrialHours(ctx, { id: this.trialId, entryId: newId(), minutes, workedOn: dayFrom(ctx.now, 0), note })));
  }

  deliversTrial(when: When, developer: PersonKey, result: string): this {
    return this.step(when, developer, async (_, ctx) => void (await deliverTrial(ctx, { id: this.trialId, result })));
  }

  evaluatesTrial(when: When, lead: PersonKey, outcome: TrialOutcome, evaluation: string): this {
    return this.step(when, lead, async (_, ctx) => void (await evaluateTrial(ctx, { id: this.trialId, outcome, evaluation })));
  }

  /** P6.3: another class than the rubric's; a lower one with the consent of a lead. */
  setsClass(when: When, wanted: Complexity, reason: string, consent?: { lead: PersonKey; at: When }): this {
    let overrideId = "";
    this.step(when, this.sample.deal.contactOwner, async (tx, ctx) => {
      const { computed } = await complexityOf(tx, this.dealId);
      if (computed.class === null) throw new Error(`The sample's deal ${this.sample.deal.name} has no class yet.`);
      ({ overrideId } = await overrideClass(ctx, { id: this.dealId, from: computed.class, class: wanted, reason, leadId: consent ? this.ids.people[consent.lead] : null }));
    });
    return consent ? this.step(consent.at, consent.lead, async (_, ctx) => void (await consentToClass(ctx, { id: this.dealId, overrideId }))) : this;
  }

  private requestTo(person: PersonKey): string {
    const id = this.asked.get(person);
    if (!id) throw new Error(`The sample has asked ${person} nothing about ${this.sample.deal.name}.`);
    return id;
  }
}
