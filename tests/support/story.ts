import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Ctx, otherActorName } from "@/lib/auth/ctx";
import type { Audience, EventDefinition } from "@/lib/events/define";
import { EVENTS, readEvent } from "@/lib/events/registry";
import { handoverNumber, KEY_STATE_LOOK, keyName, STATUS_LOOK } from "@/lib/handovers/format";
import { LIFECYCLE, MOVES } from "@/lib/handovers/lifecycle";
import { roleCard } from "@/lib/handovers/rules/accountable";
import type { Db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { listText } from "@/lib/platform/intl";
import { asActor, asUser } from "./db";

export const WORKFLOW = join(import.meta.dirname, "../../docs/workflow.md");

type ByLink = { linkId: string; dealId: string };

/** One scenario, told by running the real commands. `rules` are the numbers that it shows. */
export type Story = { title: string; rules: readonly string[]; about: string; tell: (story: Teller) => Promise<void> };

/**
 * Writes down what happens while commands run: who did what (the sentences of the event registry), and, where it changed,
 * how the handover stands, who is accountable and how the keys are. Nothing of it depends on the clock or on ids.
 */
export class Teller {
  private readonly lines: string[] = [];
  private readonly told = new Set<string>();
  private readonly numbers = new Map<string, string>();
  private step = 0;
  private standing = "";
  private now = new Date(NaN);
  /** What is told as one step, while it is told briefly. */
  private brief: string[] | null = null;
  /** The handover that the story is about at present. */
  handoverId = "";

  constructor(readonly db: Db) {}

  /** From here on it is this moment; a new day gets a line of its own. */
  at(day: string, clock = "10:00"): void {
    const before = this.now.toDateString();
    this.now = new Date(`${day}T${clock}:00Z`);
    if (this.now.toDateString() !== before)
      this.lines.push("", `**${this.now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}**`, "");
  }

  /** Somebody acts, and it works. Everything that was recorded is told, then how things stand. */
  async does<T>(who: string, rules: readonly string[], act: (ctx: Ctx) => Promise<T>): Promise<T> {
    const result = await act(await asUser(who, this.db, this.now));
    const sentences = await this.news();
    if (sentences.length === 0) throw new Error("Nothing was recorded: tell it with quietly() instead.");
    this.number(joined(sentences), rules);
    await this.tellStanding();
    return result;
  }

  /** What the portal does by itself, as one of its jobs. */
  async byItself(job: string, rules: readonly string[], act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    await act(asActor({ type: "system", job }, this.db, this.now));
    this.number(joined(await this.news()), rules);
    await this.tellStanding();
  }

  /** The client acts, by a link and without a login. */
  async client(link: ByLink, rules: readonly string[], act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    await act(asActor({ type: "client", ...link }, this.db, this.now));
    this.number(joined(await this.news()), rules);
    await this.tellStanding();
  }

  /** The same, refused. */
  async refusesClient(link: ByLink, attempt: string, rule: string, act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    await this.refuses(asActor({ type: "client", ...link }, this.db, this.now), { name: "The client", attempt, rule }, act);
  }

  /** What is told elsewhere at length, as one step. */
  async briefly(act: () => Promise<void>): Promise<void> {
    const parts: string[] = (this.brief = []);
    await act();
    this.brief = null;
    this.number(joined(parts), []);
    await this.tellStanding();
  }

  /** Somebody acts, and history keeps nothing of it (typing in a draft, B3): the story says it in its own words. */
  async quietly(who: string, what: string, rules: readonly string[], act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    const ctx = await asUser(who, this.db, this.now);
    await act(ctx);
    expect(await this.news(), "recorded by what the story calls quiet").toEqual([]);
    this.number(`**${ctx.actor.name}** ${what}`, rules);
  }

  /** Somebody tries (“to submit the brief”) what the rule refuses; nothing is recorded, and the sentence is the one that the screen shows. */
  async refused(who: string, attempt: string, rule: string, act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    const ctx = await asUser(who, this.db, this.now);
    await this.refuses(ctx, { name: ctx.actor.name, attempt, rule }, act);
  }

  private async refuses(ctx: Ctx, { name, attempt, rule }: { name: string; attempt: string; rule: string }, act: (ctx: Ctx) => Promise<unknown>): Promise<void> {
    const error = await act(ctx).then(() => null, (thrown: unknown) => thrown);
    if (!(error instanceof AppError)) throw error instanceof Error ? error : new Error(`${name} tried ${attempt}, and nobody refused it.`);
    expect(error.rule).toBe(rule);
    expect(await this.news(), "recorded by what was refused").toEqual([]);
    const sentence = error.message.replace(/, on \d+ \w+ \d{4} at \d\d:\d\d UTC\.$/, "."); // when it was, by the database's clock
    this.number(`**${name}** tried ${attempt}, and was refused: “${sentence}”`, [rule]);
  }

  /** A line of the story's own, about what was found in the database. */
  says(sentence: string): void {
    if (!this.brief) this.lines.push("", `${" ".repeat(`${this.step}. `.length)}${sentence}`); // as far in as the step's text
  }

  /** The deal as a command wants it. */
  deal = (id: string) => this.db.deal.findUniqueOrThrow({ where: { id }, select: { id: true, revision: true } });
  /** The handover as a command wants it. */
  handover = () => this.db.handover.findUniqueOrThrow({ where: { id: this.handoverId }, select: { id: true, revision: true } });
  /** A key as its holder sees it: the PM's, or the lead's of a team. */
  async key(teamId: string | null = null) {
    const { id: keyId, handover: { briefVersion } } = await this.db.handoverKey.findFirstOrThrow({
      where: { handoverId: this.handoverId, teamId, role: teamId === null ? "PM" : "TEAM_LEAD" }, select: { id: true, handover: { select: { briefVersion: true } } },
    });
    return { id: this.handoverId, keyId, briefVersion };
  }

  /** What was written, as a section of docs/workflow.md. */
  section({ title, rules, about }: Story, place: number): string {
    return [`## ${place}. ${title}`, "", `Rules: ${rules.join(", ")}.`, "", about, ...this.lines, ""].join("\n").replaceAll(/\n{3,}/g, "\n\n");
  }

  private number(sentence: string, rules: readonly string[]): void {
    if (this.brief) this.brief.push(sentence);
    else this.lines.push(`${++this.step}. ${sentence}${sentence.endsWith(".”") ? "" : "."}${rules.length > 0 ? ` (${rules.join(", ")})` : ""}`);
  }

  /** What was recorded since: per stream in its order, the organisation first, then deal and handover. */
  private async news(): Promise<string[]> {
    const rows = await this.db.event.findMany({ orderBy: [{ streamKind: "asc" }, { stream: "asc" }, { seq: "asc" }] });
    const fresh = rows.filter(({ id }) => !this.told.has(id));
    for (const { id } of fresh) this.told.add(id);
    const people = new Map((await this.db.user.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    return fresh.map((row) => `**${people.get(row.actor.replace(/^user:/, "")) ?? otherActorName(row.actor)}** ${readEvent(row)?.text ?? row.type}`);
  }

  private async tellStanding(): Promise<void> {
    if (!this.handoverId || this.brief) return;
    const handover = await this.db.handover.findUniqueOrThrow({
      where: { id: this.handoverId },
      include: { contactOwner: true, pm: true, deal: { include: { owner: true } }, keys: { include: { holder: true }, orderBy: { id: "asc" } }, teams: { include: { team: true } } },
    });
    const { status, contactOwner, pm, deal, keys, teams } = handover;
    const { accountable } = roleCard({ status, contactOwner, dealOwner: deal.owner, pm, leads: [] });
    expect(handover.accountableId, "accountable in the database and in words (B2)").toBe(accountable.person.id);
    const states = keys.map(({ role, teamId, holder, state, acceptedVersion }) => {
      const name = keyName(role, teams.find((one) => one.teamId === teamId)?.team.name ?? null);
      const what = state === "ACCEPTED" ? `accepted version ${acceptedVersion}` : KEY_STATE_LOOK[state].label.toLowerCase();
      return { at: role === "PM" ? "" : name, text: `${name} (${holder.name}) ${what}` };
    }).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ text }) => text);
    const asked = states.length === 0 ? " No keys are asked for yet." : isOver(status) ? "" : ` Keys: ${states.join("; ")}.`;
    const standing = `*${this.readable(handover)}: ${STATUS_LOOK[status].label.toLowerCase()}. ${accountable.sentence}${asked}*`;
    if (standing !== this.standing) this.says(standing);
    this.standing = standing;
  }

  /** Numbers come from a sequence that other tests use, too: in the story they begin with 1. */
  private readable({ id }: { id: string }): string {
    const known = this.numbers.get(id) ?? handoverNumber(this.numbers.size + 1);
    this.numbers.set(id, known);
    return known;
  }
}

/** From here on the keys are history. */
const isOver = (status: HandoverStatus): boolean => status === "IN_DELIVERY" || status === "CLOSED" || status === "WITHDRAWN";

/** Sentences about the same person, one after the other, name the person once. */
function joined(sentences: readonly string[]): string {
  const nameOf = (sentence: string | undefined) => /^\*\*[^*]+\*\* /.exec(sentence ?? "")?.[0] ?? "";
  return sentences.map((sentence, index) => (nameOf(sentence) === nameOf(sentences[index - 1]) ? sentence.slice(nameOf(sentence).length) : sentence)).join("; ");
}

const AUDIENCE: Record<Audience, string> = {
  contactOwner: "the contact owner", dealOwner: "the deal owner", pm: "the PM", keyHolders: "the holders of its keys",
  salesManagers: "the sales managers of the contact owner", deliveryManagers: "the delivery managers of its teams", named: "whom it names",
};

/** A row for every event that somebody is told of, from the definitions of the events. */
const tellings = (): string[] =>
  Object.entries<Pick<EventDefinition, "audience">>(EVENTS).filter(([, { audience }]) => audience.length > 0)
    .map(([type, { audience }]) => `| \`${type}\` | ${listText(audience.map((one) => AUDIENCE[one]))} |`);

/** What stands before the first story: the moves (B1) and who is told of what, from the tables in the code themselves. */
export function workflowHead(): string {
  const look = (status: HandoverStatus) => STATUS_LOOK[status].label;
  const node = (status: HandoverStatus) => look(status).replace(" ", "_");
  const arrows = MOVES.flatMap((move) => LIFECYCLE[move].from.map((from) => `  ${node(from)} --> ${node(LIFECYCLE[move].to)}: ${move}`));
  const rows = MOVES.map((move) => {
    const { from, to, by, rule } = LIFECYCLE[move];
    return `| \`${move}\` | ${from.map(look).join(", ")} | ${look(to)} | ${by.called.replace(/,$/, "")} | ${rule} |`;
  });
  return [
    "# Workflow", "",
    "This page is written by the tests in [tests/stories](../tests/stories). Each story runs the real commands on a real Postgres, and",
    "what you read is what was recorded: the sentences are those of the history, the refusals those of the screens. A test compares",
    "this page with what happens and fails when they differ. `UPDATE_STORIES=1 npm test -- --only db tests/stories` writes it anew.", "",
    "## The moves", "",
    "A handover moves in these ways and in no other (B1). The table is [lib/handovers/lifecycle.ts](../lib/handovers/lifecycle.ts).", "",
    "```mermaid", "stateDiagram-v2", "  [*] --> Draft", ...arrows, "```", "",
    "| move | from | to | by | rule |", "| --- | --- | --- | --- | --- |", ...rows, "",
    "An undo is possible for ten seconds, by who decided, if nothing followed. Where several keys are asked for, whoever turns the last",
    "one moves the handover to accepted.", "",
    "## Who is told", "",
    "Each event is told ten seconds later, when it can no longer be undone: never to who did it, nor to who is no longer active. Of what is not",
    "listed nobody is told. The words are those of the `events.ts` of each feature.", "",
    "| event | told to |", "| --- | --- |", ...tellings(), "",
  ].join("\n");
}

/** The page as it stands; empty while nobody has written it. */
export const workflowPage = (): string => (existsSync(WORKFLOW) ? readFileSync(WORKFLOW, "utf8") : "");
