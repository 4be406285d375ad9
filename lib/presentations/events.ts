import * as z from "zod";
import { type Audience, defineEvent as define, type EventDefinition } from "@/lib/events/define";
import { dayText } from "@/lib/deals/format";
import { listText } from "@/lib/platform/intl";

const version = z.int().positive();
const day = z.iso.date();
const presentationId = z.uuid();
const linkId = z.uuid();

const defineEvent = <P extends z.ZodType>(payload: P, sentence: (payload: z.output<P>) => string, audience: readonly Audience[] = []) =>
  define<P>({ stream: "DEAL", payload, sentence, audience } satisfies EventDefinition<P>);

/** What happens between presenting and choosing (P7.5). Prices, and who at the client chose and why, stay with presentation and choice: events outlive an erasure. */
export const PRESENTATION_EVENTS = {
  "presentation.made": defineEvent(
    z.strictObject({ presentationId, version, options: z.array(z.string()), presenter: z.string(), until: day }),
    (p) => `presented version ${p.version} of the options, ${listText(p.options)}, by ${p.presenter}; they can be chosen until ${dayText(p.until)}`,
    ["contactOwner", "dealOwner"],
  ),
  "presentation.withdrawn": defineEvent(
    z.strictObject({ presentationId, version, reason: z.string() }), (p) => `withdrew version ${p.version} of the options: ${p.reason}`, ["contactOwner", "dealOwner"],
  ),
  "clientLink.created": defineEvent(z.strictObject({ linkId, until: day }), (p) => `made a link for the client, open until ${dayText(p.until)}`),
  "clientLink.revoked": defineEvent(z.strictObject({ linkId }), () => "revoked a link of the client"),
  "choice.made": defineEvent(
    z.strictObject({ choiceId: z.uuid(), presentationId, version, option: z.string(), instead: z.string().nullable(), via: z.enum(["LINK", "SELLER"]) }),
    (p) => `${p.via === "LINK" ? "chose" : "recorded that the client chose"} ${p.option}${p.instead === null ? "" : ` instead of ${p.instead}`}, of version ${p.version} of the options${p.via === "LINK" ? ", by the link" : ""}`,
    ["contactOwner", "dealOwner"],
  ),
};
