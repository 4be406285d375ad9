import { ROLES } from "@/lib/auth/roles";
import type { MeetingPreference, Role } from "@/lib/platform/generated/enums";

/** How somebody prefers to be asked (P4.4). */
export const MEETING_PREFERENCES = {
  ANY: "No preference",
  IN_WRITING: "In writing",
  SHORT_CALLS: "Short calls",
  NO_CLIENT_CALLS: "No client calls",
} as const satisfies Record<MeetingPreference, string>;

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Intervals of one day, `["09:00", "17:00"]`, in the person's own zone. */
export type DayHours = readonly (readonly [string, string])[];
/** Seven days, Monday first. */
export type WorkingHours = readonly DayHours[];

export const OFFICE_HOURS: WorkingHours = WEEKDAYS.map((_, day) => (day < 5 ? [["09:00", "17:00"]] : []));

/** `09:00–12:30, 13:30–17:00`, or `free`. */
export const dayText = (day: DayHours): string => day.map(([from, to]) => `${from}–${to}`).join(", ") || "free";

/** `Monday to Friday 09:00–17:00`: days with the same hours together, free days left out. */
export function hoursText(hours: WorkingHours): string {
  const parts: string[] = [];
  for (let first = 0; first < hours.length; ) {
    const text = dayText(hours[first] ?? []);
    let last = first;
    while (last + 1 < hours.length && dayText(hours[last + 1] ?? []) === text) last++;
    if (text !== "free") parts.push(`${WEEKDAYS[first]}${last > first ? ` to ${WEEKDAYS[last]}` : ""} ${text}`);
    first = last + 1;
  }
  return parts.join("; ") || "no working hours";
}

/** The roles of somebody in one line: `PM in Shopify, team lead in HubSpot, admin`. */
export function rolesText({ isAdmin, roles }: { isAdmin: boolean; roles: readonly { role: Role; team: string }[] }): string {
  const held = roles.map(({ role, team }) => `${ROLES[role].label} in ${team}`);
  return [...held, ...(isAdmin ? ["admin"] : [])].join(", ") || "no role yet";
}

/** The kinds of role somebody holds, each once: `sales, manager, admin`. */
export function rolesInWords({ isAdmin, memberships }: { isAdmin: boolean; memberships: readonly { role: Role }[] }): string {
  const held = (Object.keys(ROLES) as Role[]).filter((role) => memberships.some((m) => m.role === role)).map((role) => ROLES[role].label);
  return [...held, ...(isAdmin ? ["admin"] : [])].join(", ") || "no role yet";
}
