import type { ReactNode } from "react";
import { Count } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Static } from "@/components/ui/static";
import type { IconName } from "@/components/ui/icon-names";
import { Logo } from "./logo";
import { ThemeListener } from "./theme-listener";
import { UserButton } from "./user-menu";

export type NavItem = {
  href: string;
  label: string;
  /** For the bar at the foot of a phone, where the label is too long for it. */
  shortLabel?: string;
  icon: IconName;
  count?: number;
  /** What the count counts, for readers: "to review". */
  countLabel?: string;
  current?: boolean;
  /** Among the (at most four) entries in the bar at the foot of a phone. */
  onPhoneBar?: boolean;
};

export type NavGroup = { /** Left out for the first group. */ label?: string; items: NavItem[] };

type AppShellProps = {
  organisation: string;
  homeHref: string;
  groups: NavGroup[];
  /** Whose `UserButton` stands in the sidebar and in the phone's top bar. */
  person: string;
  /** The `UserMenu` that both open. Plain HTML, like `tools`. */
  userMenu: ReactNode;
  /** Beside the organisation: search or palette button, notifications. */
  tools?: ReactNode;
  /** Above everything: sample data, solo mode, a read-only notice. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: a sidebar from 1024 px, a rail of icons from 768 px, a bar at the foot below. Plain HTML, but for what it is given as `banner` and `children`. */
export function AppShell({ organisation, homeHref, groups, person, userMenu, tools, banner, children }: AppShellProps) {
  const items = groups.flatMap((group) => group.items);
  const barItems = items.filter((item) => item.onPhoneBar).slice(0, 4);
  return (
    <div className="min-h-dvh print:block md:grid md:grid-cols-[var(--spacing-rail,3.75rem)_minmax(0,1fr)] lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <Static as="aside" aria-label="Sidebar" className="no-print sticky top-0 hidden h-dvh flex-col border-e border-line bg-sunken md:flex">
        <a href={homeHref} className="flex h-bar items-center gap-2.5 px-4 font-semibold lg:px-5" title={organisation}>
          <Logo />
          <span className="truncate max-lg:sr-only">{organisation}</span>
        </a>
        {tools && <div className="flex flex-col gap-1 px-2 pb-2 lg:px-3">{tools}</div>}
        <nav aria-label="Main" className="flex-1 overflow-y-auto px-2 pb-4 lg:px-3">
          {groups.map((group, index) => <SideGroup key={group.label ?? index} group={group} />)}
        </nav>
        <div className="border-t border-line p-2 lg:p-3"><UserButton name={person} /></div>
      </Static>

      <div className="flex min-w-0 flex-col">
        <Static as="header" className="no-print sticky top-0 z-30 flex h-bar items-center justify-between gap-3 border-b border-line bg-canvas px-4 md:hidden">
          <a href={homeHref} className="flex min-w-0 items-center gap-2.5 font-semibold">
            <Logo />
            <span className="truncate">{organisation}</span>
          </a>
          <UserButton name={person} compact />
        </Static>
        {banner && <div className="no-print border-b border-line bg-surface">{banner}</div>}
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-wide min-w-0 flex-1 px-4 pt-5 pb-24 outline-none sm:px-6 md:px-8 md:pt-8 md:pb-16 lg:px-10">
          {children}
        </main>
      </div>

      <Static as="nav" aria-label="Main, short" className="no-print fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
        {barItems.map((item) => <BarLink key={item.href} item={item} />)}
        <button type="button" popoverTarget="all-pages" className="bar-link">
          <Icon name="menu" size={20} />
          More
        </button>
      </Static>
      <Static className="contents">
        <nav aria-label="All pages" id="all-pages" popover="auto" className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[80dvh] w-full overflow-y-auto rounded-t-xl border-t border-line bg-raised p-3 pb-8 text-ink shadow-lg md:hidden">
          {groups.map((group, index) => <SideGroup key={group.label ?? index} group={group} sheet />)}
        </nav>
        {userMenu}
      </Static>
      <ThemeListener />
    </div>
  );
}

function SideGroup({ group, sheet }: { group: NavGroup; sheet?: boolean }) {
  return (
    <div className="mt-4 first:mt-0">
      {group.label && <h2 className={cx("px-2 pb-1 text-xs font-medium text-ink-3", !sheet && "max-lg:sr-only")}>{group.label}</h2>}
      <ul className="space-y-px">
        {group.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} title={sheet ? undefined : item.label} aria-current={item.current ? "page" : undefined} data-sheet={sheet ? "" : undefined} className="side-link">
              <Icon name={item.icon} size={sheet ? 18 : 16} />
              <span>{item.label}</span>
              {item.count !== undefined && item.count > 0 && <span className="side-count"><Count value={item.count} label={item.countLabel} strong={item.current} /></span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BarLink({ item }: { item: NavItem }) {
  return (
    <a href={item.href} aria-current={item.current ? "page" : undefined} className="bar-link">
      <Icon name={item.icon} size={20} />
      <span className="max-w-full truncate px-1">{item.shortLabel ?? item.label}</span>
      {item.count !== undefined && item.count > 0 && (
        <span className="absolute start-1/2 top-1 ms-1.5"><Count value={item.count} label={item.countLabel} strong /></span>
      )}
    </a>
  );
}
