import { dateFormat, numberFormat } from "@/lib/platform/intl";
import type { PresentationState } from "./rules/choosing";

/** How a presentation stands: an icon and a word. */
export const PRESENTATION_STATES = {
  current: { label: "Presented", icon: "circle-check", tone: "success" },
  expired: { label: "Expired", icon: "hourglass", tone: "warning" },
  withdrawn: { label: "Withdrawn", icon: "ban", tone: "neutral" },
  replaced: { label: "Replaced", icon: "archive", tone: "neutral" },
} as const satisfies Record<PresentationState, { label: string; icon: string; tone: string }>;

export type LinkState = "open" | "expired" | "revoked";
/** The same of a client's link. */
export const LINK_STATES = {
  open: { label: "Open", icon: "link", tone: "success" },
  expired: { label: "Expired", icon: "hourglass", tone: "neutral" },
  revoked: { label: "Revoked", icon: "ban", tone: "neutral" },
} as const satisfies Record<LinkState, { label: string; icon: string; tone: string }>;

export const linkState = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }, now: Date): LinkState =>
  revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "open";

/** The same for a link that is unknown, has expired or was revoked: which of these is nobody's business. */
export const CLOSED_LINK = "This link no longer works. Please ask the person who sent it to you for a new one.";

/** Who chose: a name, or that it was erased since. */
export const chooserText = (chosenBy: string): string => (chosenBy === "" ? "Somebody who was erased since" : chosenBy);

/** "Anna Brandt chose “Repair the site” on 2 January 2030 at 10:00 UTC." */
export const standingWords = ({ chosenBy, optionName, chosenAt }: { chosenBy: string; optionName: string; chosenAt: Date }): string =>
  `${chooserText(chosenBy)} chose “${optionName}” on ${dateFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(chosenAt)} UTC.`;

/** Minor units as an amount with its currency's code, as it is written on paper and in a brief: "EUR 18,000". */
export function priceText(minor: number, currency: string): string {
  const digits = numberFormat("en-GB", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  const options = { style: "currency", currency, currencyDisplay: "code", ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }) } as const;
  return numberFormat("en-GB", options).format(amount).replaceAll("\u00a0", " ");
}
