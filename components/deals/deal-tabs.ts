import type { Actor } from "@/lib/auth/ctx";
import { type DealFacts, readsDiscovery } from "@/lib/deals/policy";

/** Who looks at which deal. */
type Reader = { actor: Actor; deal: { facts: DealFacts } };
type DealTab = {
  /** Below /deals/<id>. */
  path: string;
  label: string;
  /** Who finds the tab. It only spares people a closed door: its page asks again. Left out: whoever sees the deal. */
  shownTo?: (reader: Reader) => boolean;
};

/** TABLE of the pages of one deal, in their order. */
const DEAL_TABS = [
  { path: "", label: "Overview" },
  { path: "/discovery", label: "Discovery", shownTo: ({ actor, deal }) => readsDiscovery(actor, deal.facts) },
  { path: "/traction", label: "Traction" },
  { path: "/complexity", label: "Complexity" },
  { path: "/involvement", label: "Involvement" },
  { path: "/options", label: "Options" },
] as const satisfies readonly DealTab[];

export type DealTabPath = (typeof DEAL_TABS)[number]["path"];

/** The tabs that this reader finds, with the one that is open. */
export const dealTabs = (id: string, reader: Reader, current: DealTabPath) =>
  (DEAL_TABS as readonly DealTab[])
    .filter(({ shownTo }) => shownTo?.(reader) ?? true)
    .map(({ path, label }) => ({ href: `/deals/${id}${path}`, label, current: path === current }));
