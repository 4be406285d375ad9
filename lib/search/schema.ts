import * as z from "zod";
import { HandoverStatus } from "@/lib/platform/generated/enums";
import { text } from "@/lib/platform/text";

/** What is shown of the kinds that are found. */
export const SEARCH_KINDS = ["all", "handovers", "deals", "clients"] as const;
export type SearchKindShown = (typeof SEARCH_KINDS)[number];

/** The address of the search page. What makes no sense is as if it were not there. */
export const searchParams = z.object({
  q: text(200).catch(""),
  kind: z.enum(SEARCH_KINDS).catch("all"),
  status: z.enum(HandoverStatus).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type SearchParams = z.output<typeof searchParams>;

/** One line of what was found, as the palette shows it. */
export type Hit = { kind: "Handovers" | "Deals" | "Clients"; href: string; label: string; detail: string };
