import type { Browser, BrowserContext, Cookie, Page as Tab, Route } from "@playwright/test";
import type pg from "pg";
import { keyOf } from "@/components/handovers/brief/change";
import type { Json } from "@/lib/handovers/rules/answers";
import { BrowserPage, within } from "./browser-page";
import type { Command } from "./commands";
import { CELLS, GROUP, type Message, ORDER, type Page, PLAIN, SECTION } from "./device";
import { type Device, type Pause, World } from "./world";

/** What all interleavings share: a brief that the three people may write, their sessions, and two browsers' profiles. */
export type Stage = {
  baseUrl: string; handoverId: string; database: pg.Client;
  people: ReadonlyMap<string, { id: string; cookies: Cookie[] }>;
  profiles: readonly [Profile, Profile];
};
/** The keeper is a page that is no form: through it the device can be looked into whatever is open. */
export type Profile = { context: BrowserContext; keeper: Tab };

const NO_ROW = "00000000-0000-0000-0000-000000000000";
/** By when a request, an answer or a press has become visible; it decides nothing, what comes later is seen at the next step. */
const MOMENT = 25;
const moment = () => new Promise((done) => setTimeout(done, MOMENT));

/** Two profiles whose requests to the autosave's address wait for the world that plays at the time. */
export async function openProfiles(browser: Browser, baseUrl: string): Promise<[Profile, Profile]> {
  const open = async (): Promise<Profile> => {
    const context = await browser.newContext({ baseURL: baseUrl, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await context.addInitScript(() => { // a page says which of the device's outboxes is its own
      if (typeof LockManager === "undefined") return; // an empty page
      const request = LockManager.prototype.request as (this: LockManager, name: string, ...rest: unknown[]) => Promise<unknown>;
      LockManager.prototype.request = function (this: LockManager, name: string, ...rest: unknown[]) {
        if (name.startsWith("handover-tab:")) Object.assign(window, { portalTab: name.slice("handover-tab:".length) });
        return request.call(this, name, ...rest);
      } as LockManager["request"];
    });
    const keeper = await context.newPage();
    await keeper.goto("/favicon.svg");
    return { context, keeper };
  };
  return [await open(), await open()];
}

/** The same story as the model's, told by two browsers and the portal itself. */
export class BrowserWorld extends World {
  private readonly routes = new Map<number, { route: Route; cookie: string }>();

  constructor(private readonly stage: Stage, owners: readonly [string, string]) {
    super(owners);
  }

  /** The brief as the model has it at the beginning, both devices empty and signed in. */
  async begin(): Promise<void> {
    const { database, handoverId, profiles } = this.stage;
    await database.query(`DELETE FROM "BriefAnswer" WHERE "handoverId" = $1 AND (field = ANY($2) OR field LIKE $3)`, [handoverId, [...PLAIN, ORDER], `${GROUP}.%`]);
    for (const [key, { value, revision }] of this.answers) {
      const [field, rowId] = key.split(":");
      await database.query(`INSERT INTO "BriefAnswer" ("handoverId", field, "rowId", state, value, revision) VALUES ($1, $2, $3, 'VALUE', $4, $5)`, [handoverId, field, rowId, JSON.stringify(value), revision]);
    }
    for (const [index, { context, keeper }] of profiles.entries()) {
      await keeper.evaluate(() => localStorage.clear());
      await context.route("**/answers", (route) => this.hold(index, route));
      await this.be(this.devices[index] as Device, this.devices[index]?.owner ?? null);
    }
  }

  async close(): Promise<void> {
    for (const [index, { context }] of this.stage.profiles.entries()) {
      await context.unroute("**/answers");
      for (const page of this.devices[index]?.pages ?? []) await (page as BrowserPage).tab.close();
      await context.setOffline(false);
    }
  }

  async play(command: Command): Promise<void> {
    await this.through(this.run(command));
  }

  async playToTheEnd(): Promise<void> {
    await this.through(this.settle());
  }

  /** What is wrong, once it has had time to come right: a device tells its other pages a little later. */
  async findings(ask: () => string[]): Promise<string[]> {
    for (let again = 0; again < 20 && ask().length > 0; again++) {
      await new Promise((done) => setTimeout(done, 100));
      await this.catchUp();
    }
    return ask();
  }

  private async through(steps: Generator<Pause>): Promise<void> {
    for (const pause of steps) {
      await pause;
      await this.catchUp();
    }
  }

  /** What people want is done, and what came of it is looked at: pages, devices, and what the portal has kept. */
  private async catchUp(): Promise<void> {
    for (const { pages } of this.devices) for (const page of pages) await (page as BrowserPage).act();
    await moment();
    for (const [index, device] of this.devices.entries()) {
      const stored = await within("to look into a device", this.profile(index).keeper.evaluate(() => Object.entries(localStorage)));
      device.store.clear();
      for (const [name, text] of stored) {
        const [kind, userId = "", , tab = "", ...key] = name.split(":");
        if (kind === "brief") device.store.set(`${this.nameOf(userId)}|${tab}|${key.join(":")}`, String(text));
      }
      for (const page of device.pages) this.wrongs.push(...(await (page as BrowserPage).look(device.store)));
    }
    await this.readPortal();
  }

  private nameOf = (id: string | null): string => [...this.stage.people].find(([, one]) => one.id === id)?.[0] ?? "nobody";
  private profile = (index: number): Profile => this.stage.profiles[index] as Profile;
  private profileOf = (device: Device): Profile => this.profile(this.devices.indexOf(device));

  protected override async load(device: Device, user: string): Promise<void> {
    const { context } = this.profileOf(device);
    const tab = await context.newPage();
    const page = new BrowserPage(tab, user, this.rendered(), this.outside(device));
    device.pages.push(page); // it may send what others left before its form is ready
    await within(`a page of ${user} opens`, tab.goto(`/handovers/${this.stage.handoverId}/brief/${SECTION}`, { waitUntil: "commit" }));
    await within(`the form of ${user} listens`, tab.locator("form[data-ready=true]").waitFor({ state: "attached" }));
  }

  /** Leaving is told to the page before it ends, so that what it sends can be held: of a page that is gone, routing sees nothing. */
  protected override async end(device: Device, page: Page, how: "leave" | "crash"): Promise<void> {
    if (how === "leave") page.take({ do: "leave" });
    const { tab } = page as BrowserPage;
    await (page as BrowserPage).act();
    await moment();
    const crashed = new Promise<void>((done) => tab.once("crash", () => done()));
    const session = await tab.context().newCDPSession(tab);
    void session.send("Page.crash").catch(() => undefined); // it never answers
    await within("a page crashes", crashed);
    this.forget(device, page);
    await tab.close();
  }

  protected override async be(device: Device, user: string | null): Promise<void> {
    const { context } = this.profileOf(device);
    void super.be(device, user);
    await context.clearCookies();
    if (user !== null) await context.addCookies(this.stage.people.get(user)?.cookies ?? []);
  }

  protected override async cut(device: Device): Promise<void> {
    device.isOnline = false;
    await this.profileOf(device).context.setOffline(true);
    for (const message of this.messagesOf(device)) await this.lose(message);
  }

  protected override async connect(device: Device): Promise<void> {
    device.isOnline = true;
    await this.profileOf(device).context.setOffline(false);
  }

  /** What pages that are gone left is taken up by the page itself. */
  protected override resume(_: Device, page: Page): void {
    page.take({ do: "flush", isAsked: true });
  }

  private hold(device: number, route: Route): void {
    const request = route.request();
    const body = request.postDataJSON() as Record<string, unknown>;
    const user = this.nameOf(String(body.typedBy));
    const page = this.devices[device]?.pages.find((one) => (one as BrowserPage).tab === pageOf(route)) ?? null;
    const id = ++this.count;
    this.routes.set(id, { route, cookie: request.headers().cookie ?? "" });
    this.messages.push({ id, device, page, request: id, method: request.method() as Message["method"], body, user, cookie: null, answer: null });
  }

  /** It reaches the portal; whether anybody hears of that is another matter. */
  protected override async effect(message: Message): Promise<void> {
    const { baseUrl, handoverId } = this.stage;
    const headers = { "content-type": "application/json", origin: new URL(baseUrl).origin, cookie: this.routes.get(message.id)?.cookie ?? "" };
    const response = await within("the portal answers", fetch(`${baseUrl}/api/handovers/${handoverId}/answers`, { method: message.method, headers, body: JSON.stringify(message.body) }));
    message.answer = { status: response.status, body: await response.json() };
    await this.readPortal();
  }

  protected override async answer(message: Message): Promise<void> {
    this.done(message);
    const { status, body } = message.answer ?? { status: 503, body: null };
    const page = message.page as BrowserPage | null;
    page?.hear(body, typeof message.body.rowId === "string" ? message.body.rowId : null);
    await this.routes.get(message.id)?.route.fulfill({ status, json: body }).catch(() => undefined); // nobody waits for it any more
  }

  /** The connection breaks, it takes too long, or something on the way says that the portal is not there. */
  protected override async lose(message: Message): Promise<void> {
    this.done(message);
    const route = this.routes.get(message.id)?.route;
    const how = message.id % 3;
    await (how === 0 ? route?.fulfill({ status: 503, body: "<h1>Service unavailable</h1>" }) : route?.abort(how === 1 ? "connectionreset" : "timedout"))?.catch(() => undefined);
  }

  /** What the portal has kept, with what is wrong about how it came there. */
  private async readPortal(): Promise<void> {
    const { rows } = await this.stage.database.query<{ field: string; rowId: string; value: Json; revision: number; mark: string | null; by: string | null }>(
      `SELECT field, "rowId", value, revision, mark, "updatedById" AS by FROM "BriefAnswer" WHERE "handoverId" = $1 AND field = ANY($2)`, [this.stage.handoverId, [...PLAIN, ...CELLS, ORDER]]);
    for (const { field, rowId, value, revision, mark, by } of rows) {
      const key = keyOf({ field, rowId: rowId === NO_ROW ? null : rowId });
      const before = this.answers.get(key) ?? null;
      if (before?.revision === revision) continue;
      const next = typeof value === "string" ? value : field === ORDER ? null : (this.removals.get(mark ?? "") ?? "a removal that nobody asked for");
      if (next !== null) this.check(before, next, { by: this.nameOf(by), change: `${key} ${mark ?? ""}` });
      this.answers.set(key, { state: "VALUE", value, revision, mark });
    }
  }
}

/** The page that a request came from; of one that is gone, none. */
function pageOf(route: Route): Tab | null {
  try { return route.request().frame().page(); } catch { return null; }
}
