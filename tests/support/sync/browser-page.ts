import type { Locator, Page as Tab } from "@playwright/test";
import { keyOf } from "@/components/handovers/brief/change";
import { isOurs, markText } from "@/components/handovers/brief/mark";
import type { Conflict, Input, Item, Kept } from "@/components/handovers/brief/sync-state";
import { CELLS, GROUP, ORDER, type Outside, Page, PLAIN, type Rendered } from "./device";

/** Of somebody else's version, and of one's own from another page. */
const [KEEP, TAKE] = [/^Keep (mine|what is here)$/, /^Take (theirs|the other one)$/];

/** Nothing that a step waits for takes longer; what does is a failure with its sentence. */
const PATIENCE = 10_000;

/** Fails with what was waited for, instead of with a test that takes too long. */
export async function within<T>(what: string, waiting: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`Waited in vain: ${what}.`)), PATIENCE);
  return Promise.race([waiting, late.promise]).finally(() => clearTimeout(timer));
}

/** What can be seen of the form: texts by key, rows in their order, which of them are hidden, and notices by the place that they stand at. */
type Seen = {
  tab: string; isShown: boolean; hasUndo: boolean;
  /** What this page has put onto the device, by key; other pages hear of it a little later. */
  kept: [string, string][];
  form: [string, string | null][]; order: string[]; hidden: string[];
  notices: { at: string; title: string; text: string }[];
};

/** A page of a real browser: what people do is done to its form, and what it holds is read from the form and the device. */
export class BrowserPage extends Page {
  private readonly wanted: Input[] = [];
  /** The latest conflict that the portal has told this page of, by key. */
  private readonly told = new Map<string, Conflict>();
  private isInSight = true;

  constructor(readonly tab: Tab, user: string, rendered: Rendered, outside: Outside) {
    super(user, rendered, outside);
  }

  override take(input: Input): void {
    this.wanted.push(input);
  }

  override isShown = (): boolean => this.isInSight;

  /** Does in the browser what was asked since. */
  async act(): Promise<void> {
    for (let input = this.wanted.shift(); input; input = this.wanted.shift()) await within(`to ${input.do} in a page of ${this.user}`, this.perform(input));
  }

  /** The portal's answer is on its way to this page. */
  hear(body: unknown, row: string | null): void {
    const said = body as { answers?: { field: string; rowId: string | null; outcome: string; current?: Conflict["current"] }[]; outcome?: string; cells?: Conflict["cells"] };
    for (const { outcome, current, ...where } of said.answers ?? []) if (outcome === "conflict" && current) this.told.set(keyOf(where), { current });
    if (said.outcome === "conflict" && said.cells && row !== null) this.told.set(keyOf({ field: GROUP, rowId: row }), { cells: said.cells });
  }

  /** What stands in the form and on the device now. Answers with what people are not shown as they should be. */
  async look(store: Map<string, string>): Promise<string[]> {
    const seen = await within(`what a page of ${this.user} shows`, this.tab.evaluate(look, { plain: PLAIN, cells: CELLS, group: GROUP }));
    this.isInSight = seen.isShown;
    this.form.clear();
    for (const [key, value] of seen.form) this.form.set(key, value);
    this.order = seen.order;
    this.hidden.clear();
    for (const row of seen.hidden) this.hidden.add(row);
    if (!seen.hasUndo) this.latest = null;
    const mine = `${this.user}|${seen.tab}|`;
    for (const name of [...store.keys()]) if (name.startsWith(mine)) store.delete(name);
    for (const [key, text] of seen.kept) store.set(mine + key, text);
    const kept = seen.kept.map(([key, text]) => [key, JSON.parse(text) as Kept] as const);
    this.state = { ...this.state, tab: seen.tab, items: new Map(kept.map(([key, one]): [string, Item] => [key, { ...one, conflict: this.shownConflict(key, one, seen) }])) };
    for (const [, one] of kept) {
      if (!("removal" in one) || this.removals.has(one.removal.rowId)) continue;
      const token = [one.mark, ...one.earlier].map((mark) => this.outside.removals.get(markText(mark))).find((found) => found !== undefined);
      if (token) this.removals.set(one.removal.rowId, token); // left by a page that is gone
    }
    this.noteRemovals();
    return kept.flatMap(([key, one]) => this.notShown(key, one, seen));
  }

  private noticeOf(key: string, kept: Kept, { notices }: Seen) {
    const at = (place: string, title = /./) => notices.find((notice) => notice.at === place && title.test(notice.title));
    if ("removal" in kept) return at(`row:${kept.removal.rowId}`, /changed this/);
    if (key === ORDER) return at("list");
    const isRowGone = this.told.get(key)?.current?.removed !== undefined && kept.change.rowId !== null;
    return (isRowGone && at(`row:${kept.change.rowId ?? ""}`, /removed this/)) || at(key);
  }

  private shownConflict = (key: string, kept: Kept, seen: Seen): Conflict | undefined => (this.noticeOf(key, kept, seen) ? this.told.get(key) : undefined);

  /** Both versions are in the notice, or one of them in the field that it stands at. */
  private notShown(key: string, kept: Kept, seen: Seen): string[] {
    const notice = this.noticeOf(key, kept, seen);
    const conflict = this.told.get(key);
    if (!notice || !conflict || "removal" in kept) return notice && conflict?.cells ? conflict.cells.flatMap(({ current }) => (typeof current.value === "string" && !notice.text.includes(current.value) ? [`the notice at ${key} does not show ${current.value}`] : [])) : [];
    if (key === ORDER || isOurs(kept, conflict.current?.mark)) return [];
    const versions = [kept.change.value, conflict.current?.removed ? null : conflict.current?.value].filter((value) => typeof value === "string");
    return versions.filter((value) => !notice.text.includes(value) && this.form.get(key) !== value).map((value) => `neither the notice at ${key} nor its field shows ${value}`);
  }

  private row = (rowId: string): Locator => this.tab.locator(`[data-group-row="${rowId}"]`);
  private noticeIn = (place: Locator): Locator => place.locator("[data-conflict]");
  private at = (key: string): Locator => this.tab.locator(`[data-key="${key}"]`);

  private async perform(input: Input): Promise<void> {
    switch (input.do) {
      case "type":
        if (input.where.field === ORDER) return this.moveUp((input.typed.value as string[])[0] ?? "");
        return this.at(keyOf(input.where)).locator("[data-part=value]").fill(String(input.typed.value), { timeout: PATIENCE / 2 });
      case "remove": return this.row(input.rowId).locator("[data-action=remove-row]").click({ timeout: PATIENCE / 2 });
      case "restore": {
        const notice = this.noticeIn(this.row(input.rowId).locator("[data-row-slot]"));
        if ((await notice.count()) > 0) return press(notice, /^Keep the/);
        return this.tab.locator(".toast").filter({ hasText: "removed" }).last().getByRole("button", { name: "Undo" }).click({ timeout: PATIENCE / 2 });
      }
      case "keepMine": case "takeTheirs": return this.decide(input.key, input.do === "keepMine");
      case "flush": return void (await this.tab.evaluate((isAsked) => {
        if (isAsked) window.dispatchEvent(new Event("online"));
        else if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) document.activeElement.blur();
        else document.querySelector("[data-answer]")?.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }, input.isAsked));
      case "leave": return void (await this.tab.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide"))));
      default: throw new Error(`A browser does not ${input.do} by itself.`);
    }
  }

  private async decide(key: string, isMine: boolean): Promise<void> {
    const [field = "", rowId = ""] = key.split(":");
    const inRow = this.noticeIn(this.row(rowId).locator("[data-row-slot]"));
    if (field === GROUP) return press(inRow.filter({ hasText: /changed this/ }), isMine ? "Remove it all the same" : /^Keep the/);
    if (key === ORDER) return press(this.noticeIn(this.tab.locator(`[data-list-slot="${GROUP}"]`)), isMine ? KEEP : TAKE);
    const here = this.noticeIn(this.at(key).locator("[data-slot]"));
    return (await here.count()) > 0 ? press(here, isMine ? KEEP : TAKE) : press(inRow, "Remove it");
  }

  private async moveUp(rowId: string): Promise<void> {
    const up = this.row(rowId).getByRole("button", { name: "Move up" });
    while (await up.isEnabled()) await up.click({ timeout: PATIENCE / 2 });
  }
}

/** Chooses in a notice, which then goes; one that stays is seen to stay. */
async function press(notice: Locator, name: string | RegExp): Promise<void> {
  await notice.getByRole("button", { name }).click({ timeout: PATIENCE / 2 });
  await notice.waitFor({ state: "detached", timeout: 1_000 }).catch(() => undefined);
}

/** Runs in the page. */
function look({ plain, cells, group }: { plain: string[]; cells: string[]; group: string }): Seen {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-rows="${group}"] [data-group-row]`)].filter((row) => !row.closest("[data-blank]"));
  const answers = [...document.querySelectorAll<HTMLElement>("[data-answer]")].filter((one) => !one.closest("[data-blank]") && [...plain, ...cells].includes(one.dataset.answer ?? ""));
  const placeOf = (notice: Element) => {
    const row = notice.closest("[data-row-slot]")?.closest<HTMLElement>("[data-group-row]");
    if (row) return `row:${row.dataset.groupRow ?? ""}`;
    return notice.closest("[data-list-slot]") ? "list" : (notice.closest<HTMLElement>("[data-answer]")?.dataset.key ?? "elsewhere");
  };
  const tab = (window as unknown as { portalTab: string }).portalTab;
  return {
    tab, kept: Object.entries(localStorage).flatMap(([name, text]) => { const [start, key] = name.split(`:${tab}:`); return start?.startsWith("brief:") && key ? [[key, String(text)]] : []; }),
    isShown: document.querySelector("form[data-ready=true] > [hidden] [data-answer]") === null,
    hasUndo: [...document.querySelectorAll(".toast button")].some((button) => button.textContent.includes("Undo")),
    form: answers.map((one) => [one.dataset.key ?? "", one.querySelector<HTMLInputElement>("[data-part=value]")?.value || null]),
    order: rows.map(({ dataset }) => dataset.groupRow ?? ""),
    hidden: rows.filter(({ hidden }) => hidden).map(({ dataset }) => dataset.groupRow ?? ""),
    notices: [...document.querySelectorAll("[data-conflict]")].filter((notice) => notice.checkVisibility()).map((notice) => ({ at: placeOf(notice), title: notice.getAttribute("aria-label") ?? "", text: notice.textContent })),
  };
}
