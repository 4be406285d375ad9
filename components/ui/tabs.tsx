import { Count } from "./badge";

type Tab = { href: string; label: string; count?: number; /** From here on the count says “99+”. */ atMost?: number; current?: boolean };

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { /** What the tabs choose between, for readers. */ label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-1 mb-6 overflow-x-auto border-b border-line [scroll-padding-inline:6rem]">
      <ul className="flex gap-1 px-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined} className="tab">
              {tab.label}
              {tab.count !== undefined && <Count value={tab.count} atMost={tab.atMost} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
