import "server-only";
import { addRateCardItem } from "@/lib/options/commands/rate-card";
import { addRateCardItemInput } from "@/lib/options/schema";
import { CAST, type DeliverySlug, type PersonKey } from "./cast";
import { dayFrom, weekdayAt } from "./moments";
import type { Ids } from "./organisation";
import type { Step } from "./story";

type Line = { name: string; words: string; /** Hours: low, likely, high. */ hours: readonly [string, string, string] };

/** P7.2: what two leads do again and again, with hours that they stand by. */
const CARDS: readonly { team: DeliverySlug; by: PersonKey; lines: readonly Line[] }[] = [
  {
    team: "wordpress", by: "ines", lines: [
      { name: "Landing page from an agreed design", words: "Up to six blocks, responsive, to AA.", hours: ["10", "14", "20"] },
      { name: "Move of a site to another host", words: "Up to 20 GB, old addresses kept, one evening without changes.", hours: ["6", "8", "14"] },
      { name: "Second language", words: "Menus, forms and templates. Translations come from the client.", hours: ["16", "22", "32"] },
    ],
  },
  {
    team: "hubspot", by: "stefan", lines: [
      { name: "Set-up of a sales pipeline", words: "Stages, required fields, two automations, one training.", hours: ["8", "12", "18"] },
      { name: "Import of contacts", words: "One list of up to 50,000, duplicates merged, consent kept.", hours: ["6", "9", "15"] },
    ],
  },
];

/** Each line written by its lead, some weeks ago. */
export const rateCardSteps = (ids: Ids, today: Date): Step[] =>
  CARDS.flatMap(({ team, by, lines }) => lines.map(({ name, words, hours: [low, likely, high] }, i): Step => ({
    at: weekdayAt(today, { days: -20, clock: `14:${10 + i * 10}`, zone: CAST[by].zone }), by,
    run: async (_, ctx) => void (await addRateCardItem(ctx, addRateCardItemInput.parse({ teamId: ids.teams[team], name, words, low, likely, high, validUntil: dayFrom(today, 60) }))),
  })));
