import type { ContactRole } from "@/lib/platform/generated/enums";
import type { ERASURE_REASONS } from "./schema";

/** Each contact role, in the words of the screens. */
export const CONTACT_ROLES = {
  DECISION_MAKER: "Decision maker",
  SPONSOR: "Sponsor",
  CHAMPION: "Champion",
  DAY_TO_DAY: "Day-to-day",
  TECHNICAL: "Technical",
  BILLING: "Billing",
  LEGAL: "Legal",
  SCEPTIC: "Sceptic",
} as const satisfies Record<ContactRole, string>;

export const ERASURES = {
  ASKED: "The person asked for it",
  LEFT: "The person left the client",
  MISTAKE: "The person was entered by mistake",
} as const satisfies Record<(typeof ERASURE_REASONS)[number], string>;

/** "Decision maker, Day-to-day". */
export const rolesText = (roles: readonly ContactRole[]): string => roles.map((role) => CONTACT_ROLES[role]).join(", ");

/** A prospect until its first signed deal, a customer from then on. */
export const standingText = (isCustomer: boolean): string => (isCustomer ? "Customer" : "Prospect");

/** The address a website links to; null unless it is http or https. */
export function websiteHref(website: string): string | null {
  const typed = website.trim();
  if (typed === "") return null;
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : null;
}
