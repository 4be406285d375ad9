import { handoverNumber } from "@/lib/handovers/format";

/** The views of the inbox, as they stand in the address; the first is the default. `team` is for who manages a delivery team. */
export const INBOX_VIEWS = ["to-review", "waiting", "snoozed", "accepted", "done", "team"] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const VIEW_LABELS: Record<InboxView, string> = {
  "to-review": "To review", waiting: "Waiting on sales", snoozed: "Snoozed", accepted: "Accepted", done: "Done", team: "My team",
};

/** What waits is counted. What is accepted or done is a place to look things up, and its number tells nobody anything. */
export const isCounted = (view: InboxView): boolean => view !== "accepted" && view !== "done";

/** Views of keys that wait for a decision: by time left. The others are of handovers, the latest first. */
export const isOpenView = (view: InboxView): boolean => view === "to-review" || view === "snoozed" || view === "team";

export const COMPLEXITIES = { simple: "Simple", standard: "Standard", complex: "Complex" } as const;
export const DUES = { overdue: "Overdue", today: "Due today", week: "Due this week" } as const;
export const ROUNDS = { first: "First review", again: "Reviewed before" } as const;

/** What an inbox shows, as the address and a saved view carry it. */
export type InboxFilters = {
  view: InboxView;
  team?: string;
  client?: string;
  complexity?: keyof typeof COMPLEXITIES;
  owner?: string;
  due?: keyof typeof DUES;
  round?: keyof typeof ROUNDS;
  q?: string;
};

export const FILTER_NAMES = ["team", "client", "complexity", "owner", "due", "round", "q"] as const satisfies readonly (keyof InboxFilters)[];

/** Is anything left out of the view by a filter? Being due is asked of open keys only. */
export const isFiltered = (filters: InboxFilters): boolean =>
  FILTER_NAMES.some((name) => filters[name] !== undefined && (name !== "due" || isOpenView(filters.view)));

/** The address of an inbox: what is open in it, where its page begins, and whether the filters are shown. */
export function inboxHref(filters: InboxFilters, { open, after, bar }: { open?: string; after?: string; bar?: boolean } = {}): string {
  const query = new URLSearchParams();
  if (filters.view !== "to-review") query.set("view", filters.view);
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
  if (bar) query.set("filters", "1");
  if (after) query.set("after", after);
  if (open) query.set("open", open);
  const text = query.toString();
  return text === "" ? "/inbox" : `/inbox?${text}`;
}

/** What became of one item of many. `number` is null for what does not exist for this person. */
export type ItemResult = { keyId: string; number: number | null; /** Which key of the handover: “PM”. */ key: string; problem: string | null };

/** How many it worked for, and on a line each why not for the others: “3 done, 1 not.”, “HO-12, PM: Ada accepted it …”. */
export function resultText(results: readonly ItemResult[]): string {
  const failed = results.filter(({ problem }) => problem !== null);
  const done = `${results.length - failed.length} done`;
  if (failed.length === 0) return `${done}.`;
  return [failed.length === results.length ? "Nothing was done." : `${done}, ${failed.length} not.`, ...failed.map(problemText)].join("\n");
}

/** One item that it did not work for. */
export const problemText = ({ number, key, problem }: ItemResult): string => `${number === null ? "One" : `${handoverNumber(number)}, ${key}`}: ${problem ?? ""}`;
