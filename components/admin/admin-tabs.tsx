import { Tabs } from "@/components/ui/tabs";

const PAGES = [
  { href: "/admin", label: "Set-up" },
  { href: "/admin/people", label: "People" },
  { href: "/admin/teams", label: "Teams" },
  { href: "/admin/templates", label: "Templates" },
  { href: "/policies", label: "Policies" },
  { href: "/admin/holidays", label: "Holidays" },
  { href: "/admin/organisation", label: "Organisation" },
  { href: "/admin/history", label: "History" },
] as const;

export type AdminPage = (typeof PAGES)[number]["href"];

/** The admins' pages. */
export function AdminTabs({ current }: { current: AdminPage }) {
  return <Tabs label="Administration" tabs={PAGES.map((page) => ({ ...page, current: page.href === current }))} />;
}
