import type { NavGroup, NavItem } from "@/components/layout/app-shell";
import type { UserActor } from "@/lib/auth/ctx";
import { teamsAs } from "@/lib/auth/roles";

type NavFacts = { actor: Pick<UserActor, "isAdmin" | "memberships">; path: string; toReview: number; unread: number; toAnswer: number };

/**
 * What somebody finds in the navigation, by their roles. It only spares them closed doors: every page asks again what
 * exists for them.
 */
export function navFor({ actor, path, toReview, unread, toAnswer }: NavFacts): NavGroup[] {
  const holds = (...roles: ("SALES" | "PM" | "TEAM_LEAD" | "DEVELOPER" | "MANAGER")[]) => roles.some((role) => teamsAs(actor.memberships, role).length > 0);
  const works = actor.memberships.length > 0;
  const items: (NavItem & { shown: boolean })[] = [
    { href: "/", label: "My work", icon: "home", onPhoneBar: true, shown: true },
    { href: "/inbox", label: "Inbox", icon: "inbox", count: toReview, countLabel: "to review", onPhoneBar: true, shown: holds("PM", "TEAM_LEAD") || teamsAs(actor.memberships, "MANAGER", "DELIVERY").length > 0 },
    { href: "/asked", label: "Asked of me", shortLabel: "Asked", icon: "message-question", count: toAnswer, countLabel: "to decide", onPhoneBar: !holds("SALES", "MANAGER"), shown: holds("PM", "TEAM_LEAD", "DEVELOPER") },
    { href: "/handovers", label: "Handovers", icon: "handshake", onPhoneBar: true, shown: works },
    { href: "/deals", label: "Deals", icon: "briefcase", onPhoneBar: holds("SALES", "MANAGER"), shown: holds("SALES", "MANAGER", "PM", "TEAM_LEAD") },
    { href: "/clients", label: "Clients", icon: "building", shown: holds("SALES", "MANAGER") },
    { href: "/notifications", label: "Notifications", icon: "bell", count: unread, countLabel: "unread", shown: true },
  ];
  const more: NavItem[] = [
    ...(holds("SALES", "TEAM_LEAD", "MANAGER") ? [{ href: "/rate-card", label: "Rate card", icon: "list" } as const] : []),
    ...(holds("MANAGER") ? [{ href: "/reports/pipeline", label: "Reports", icon: "chart" } as const] : []),
    ...(holds("MANAGER") ? [{ href: "/policies", label: "Policies", icon: "layers" } as const] : []),
    ...(actor.isAdmin ? [{ href: "/admin", label: "Admin", icon: "settings" } as const] : []),
  ];
  const marked = (item: NavItem): NavItem => ({ ...item, current: isAt(path, item.href) });
  const groups: NavGroup[] = [{ items: items.filter(({ shown }) => shown).map((item) => marked(item)) }];
  return more.length > 0 ? [...groups, { label: "Organisation", items: more.map(marked) }] : groups;
}

/** Is this path the item's page, or one below it? All reports are below the first one's folder. */
function isAt(path: string, href: string): boolean {
  const page = path.split("?")[0] ?? "";
  if (href === "/") return page === "/";
  const root = `/${href.split("/")[1]}`;
  return page === root || page.startsWith(`${root}/`);
}
