import "server-only";
import { type Db, prisma, samplePrisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { listen } from "@/lib/platform/listen";
import { logger } from "@/lib/platform/logger";
import type { Identity } from "@/lib/auth/credentials";
import { stillSignedIn } from "@/lib/auth/session";
import { merged, readNotice, type Told } from "../rules/notice";
import { viewersOf } from "./viewers";

/** One browser that listens. */
export type Listener = { identity: Identity; tell: (told: Told) => void; beat: () => void; end: () => void };

const TOGETHER_MS = 150;
const BEAT_MS = 20_000;
const SIGNED_IN_MS = 30_000;
/** So many handovers at once are asked about; beyond, everybody looks again. */
const ASKED_AT_MOST = 200;
const PER_PERSON = 6;
const PER_PROCESS = 2_000;

/**
 * All browsers of this process that listen, of one database, on one connection: what the database says is gathered for a
 * moment, asked against the people's scopes once, and told to each what exists for them.
 */
export class Hub {
  private readonly listeners = new Set<Listener>();
  private readonly handovers = new Set<string>();
  private readonly presence = new Set<string>();
  private readonly people = new Set<string>();
  private readonly timers: NodeJS.Timeout[] = [];
  private stop: (() => void) | undefined;
  private gathering: NodeJS.Timeout | undefined;

  constructor(private readonly url: string, private readonly db: () => Db) {}

  /** False where this person, or this process, has as many as it can bear. */
  add(listener: Listener): boolean {
    const own = [...this.listeners].filter(({ identity }) => identity.userId === listener.identity.userId).length;
    if (own >= PER_PERSON || this.listeners.size >= PER_PROCESS) return false;
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.begin();
    return true;
  }

  remove(listener: Listener): void {
    if (this.listeners.delete(listener) && this.listeners.size === 0) this.rest();
  }

  endAll(): void {
    for (const listener of [...this.listeners]) listener.end();
  }

  private begin(): void {
    this.stop = listen(this.url, "live", { onNotice: (payload) => this.hear(payload), onBack: () => this.tellAll() });
    this.timers.push(setInterval(() => { for (const listener of this.listeners) listener.beat(); }, BEAT_MS).unref());
    this.timers.push(setInterval(() => void this.endSignedOut().catch(() => undefined), SIGNED_IN_MS).unref()); // while the database is away nobody is told anything
  }

  private rest(): void {
    this.stop?.();
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    clearTimeout(this.gathering);
    this.gathering = undefined;
    for (const set of [this.handovers, this.presence, this.people]) set.clear();
  }

  private hear(payload: string): void {
    const notice = readNotice(payload);
    if (!notice) return;
    ({ handover: this.handovers, presence: this.presence, person: this.people })[notice.kind].add(notice.id);
    this.gathering ??= setTimeout(() => void this.tellGathered(), TOGETHER_MS).unref();
  }

  private async tellGathered(): Promise<void> {
    this.gathering = undefined;
    const [handovers, presence, people] = [[...this.handovers], [...this.presence], new Set(this.people)];
    for (const set of [this.handovers, this.presence, this.people]) set.clear();
    if (handovers.length + presence.length > ASKED_AT_MOST) return this.tellAll();
    try {
      const listening = [...new Set([...this.listeners].map(({ identity }) => identity.userId))];
      const told = new Map<string, Told>();
      const say = (person: string, what: Told) => told.set(person, merged(told.get(person) ?? {}, what));
      for (const { handoverId, personId } of await viewersOf(this.db(), [...new Set([...handovers, ...presence])], listening))
        say(personId, { ...(handovers.includes(handoverId) && { handovers: [handoverId] }), ...(presence.includes(handoverId) && { presence: [handoverId] }) });
      for (const person of people) say(person, { mine: true });
      for (const listener of this.listeners) {
        const mine = told.get(listener.identity.userId);
        if (mine) listener.tell(mine);
      }
    } catch (error) {
      logger.warn({ err: error }, "what happened could not be told");
      this.tellAll();
    }
  }

  private tellAll(): void {
    for (const listener of this.listeners) listener.tell({ all: true });
  }

  /** Called now and then: who was signed out or deactivated hears nothing more. */
  async endSignedOut(): Promise<void> {
    const listeners = [...this.listeners];
    const valid = await stillSignedIn(listeners.map(({ identity }) => identity));
    for (const listener of listeners) if (!valid.has(listener.identity)) listener.end();
  }
}

const kept = globalThis as { portalLive?: { own: Hub; sample: Hub }; portalStopping?: AbortSignal };

/** The hub of the database in which this session is. */
export function hubOf({ sample }: Identity): Hub {
  kept.portalLive ??= makeHubs();
  return sample ? kept.portalLive.sample : kept.portalLive.own;
}

/** The web process says when it stops (scripts/web.ts): then the streams end, and browsers come back to the next one. */
function makeHubs(): { own: Hub; sample: Hub } {
  const hubs = { own: new Hub(env.DATABASE_URL, () => prisma), sample: new Hub(env.SAMPLE_DATABASE_URL ?? "", samplePrisma) };
  kept.portalStopping?.addEventListener("abort", () => { hubs.own.endAll(); hubs.sample.endAll(); });
  return hubs;
}
