import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { zoneOf } from "@/lib/auth/ctx";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { dateFormat } from "@/lib/platform/intl";
import { handoverNumber } from "../format";
import { outlineOf } from "../rules/outline";
import { getHandover } from "./handover";
import { getReading } from "./reading";

export type BriefPdf = { name: string; bytes: Buffer };

/** One at a time: setting a long brief takes a moment of the processor, and pages should not wait for several of them. */
let last: Promise<unknown> = Promise.resolve();

/**
 * One frozen version of a brief as a PDF: what this person reads of it, in the order of the reading form. Out of scope, and a
 * version that does not exist, is NOT_FOUND.
 */
export async function getBriefPdf(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<BriefPdf> {
  const head = await getHandover(ctx, id);
  const { frozen, ...reading } = await getReading(ctx, head, { version });
  if (!frozen) throw new AppError("NOT_FOUND");
  const organisation = (await db(ctx).organisation.findFirst({ select: { name: true } }))?.name ?? "";
  const number = handoverNumber(head.number);
  const made = last.catch(() => undefined).then(() => write({
    title: `${number}, ${head.client.name}: brief, version ${String(version)}`, client: head.client.name, deal: head.deal.name, number, version, digest: frozen.digest, organisation,
    submitted: `Version ${String(version)}, as ${frozen.by} submitted it on ${dateFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: zoneOf(ctx) }).format(new Date(frozen.at))} (${zoneOf(ctx)})`,
    reader: ctx.actor.type === "user" ? ctx.actor.name : "the portal", at: ctx.now, outline: outlineOf(reading),
  }));
  last = made;
  return { name: `${number} ${head.client.name}, version ${String(version)}.pdf`, bytes: await made };
}

type Written = {
  title: string; client: string; deal: string; number: string; version: number; digest: string; organisation: string; submitted: string; reader: string; at: Date;
  outline: ReturnType<typeof outlineOf>;
};

async function write({ title, client, deal, number, version, digest, organisation, submitted, reader, at, outline }: Written): Promise<Buffer> {
  const { INTERNAL, Paper } = await import("@/lib/pdf/paper"); // heavy, and needed here alone
  const paper = new Paper({ title, author: organisation, subject: `Brief of ${deal}`, at, head: [`${number} · ${client}`, `Version ${String(version)} · SHA-256 ${digest.slice(0, 12)}`], foot: INTERNAL });
  const leads = (href: string | undefined) => (href?.startsWith("/") ? `${env.PUBLIC_URL}${href}` : href);
  paper.title(client);
  paper.text(`${deal} · ${number}`, { after: 2 });
  paper.quiet(submitted, { after: 1 });
  paper.quiet(`SHA-256 ${digest}`, { after: 1 });
  paper.quiet(`Made for ${reader}: it holds what ${reader} may read.`);
  for (const block of outline) {
    await new Promise((next) => setImmediate(next)); // others are answered in between
    if (block.kind === "section") paper.section(block.text);
    else if (block.kind === "note") paper.quiet(block.text);
    else if (block.kind === "answer") {
      paper.label(block.label);
      block.lines.forEach((line, index) => {
        const after = index < block.lines.length - 1 ? 1 : 7;
        if (line.isQuiet) paper.quiet(line.text, { after });
        else paper.text(line.text, { href: leads(line.href), after });
      });
    } else {
      if (block.label) paper.label(block.label);
      block.rows.forEach((row, index) => {
        paper.strong(block.label ? row.title : `${String(index + 1)}. ${row.title}`);
        for (const line of row.lines) {
          if (line.isQuiet) paper.quiet(line.text, { indent: 12, after: 1 });
          else paper.text(line.text, { href: leads(line.href), indent: 12, after: 1 });
        }
        paper.space(5);
      });
    }
  }
  return paper.end();
}
