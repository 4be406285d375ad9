import "server-only";
import type { PersonKey } from "./cast";
import { EarlyStory } from "./early-story";
import { dayFrom } from "./moments";
import * as offer from "./offer";
import type { SampleOption } from "./offer";
import type { When } from "./story";

/** What a client is offered, and what they choose. */
export class OfferStory extends EarlyStory {
  /** P7.1: the ways to do it, and who is asked what they take. */
  offers(when: When, options: readonly SampleOption[], { estimator, asked, suggestion }: { estimator: PersonKey; asked: string; suggestion: string }): this {
    const { contactOwner, currency } = this.sample.deal;
    return this.step(when, contactOwner, async (_, ctx) => {
      await offer.writeOptions(ctx, { dealId: this.dealId, currency, options });
      await offer.askForEstimates(ctx, { dealId: this.dealId, personId: this.ids.people[estimator], asked, suggestion });
    });
  }

  estimates(when: When, by: PersonKey, options: readonly SampleOption[]): this {
    return this.step(when, by, (tx, ctx) => offer.estimateOptions(tx, ctx, { dealId: this.dealId, options }));
  }

  /** P7.5: to be chosen from until a day from now. */
  presents(when: When, until: number): this {
    const { contactOwner } = this.sample.deal;
    return this.step(when, contactOwner, (tx, ctx) => offer.present(tx, ctx, { dealId: this.dealId, presenterId: this.ids.people[contactOwner], until: dayFrom(this.today, until) }));
  }

  /** P7.5: what the client told the seller. */
  hearsChoice(when: When, choice: { option: string; chosenBy: string; reason: string }): this {
    return this.step(when, this.sample.deal.contactOwner, (tx, ctx) => offer.tellChoice(tx, ctx, { dealId: this.dealId, ...choice }));
  }
}
