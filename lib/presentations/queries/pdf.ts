import "server-only";
import type { Ctx } from "@/lib/auth/ctx";
import { dayText } from "@/lib/deals/format";
import { hoursText, weeksText } from "@/lib/options/format";
import type { Presented, PresentedOption } from "@/lib/options/rules/presented";
import { db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { openClientLink } from "../commands/open";
import { priceText } from "../format";
import { getVersion } from "./page";

export type OptionsPdf = { name: string; bytes: Buffer };
type Written = { view: Presented; version: number; digest: string; at: Date };

/** One version as the seller hands it out. */
export const getVersionPdf = async (ctx: Ctx, params: { id: string; version: number }): Promise<OptionsPdf> => pdfOf({ ...(await getVersion(ctx, params)), at: ctx.now });

/** The version that the client's link shows. */
export async function getClientPdf(ctx: Ctx): Promise<OptionsPdf> {
  const { presentationId, version, view } = await openClientLink(ctx);
  const found = await db(ctx).optionPresentation.findUnique({ where: { id: presentationId }, select: { digest: true } });
  if (!found) throw new AppError("NOT_FOUND");
  return pdfOf({ view, version, digest: found.digest, at: ctx.now });
}

/** One at a time: setting one takes a moment of the processor. */
let last: Promise<unknown> = Promise.resolve();
async function pdfOf(written: Written): Promise<OptionsPdf> {
  const made = last.catch(() => undefined).then(() => write(written));
  last = made;
  return { name: `${written.view.organisation}, options for ${written.view.client}, version ${String(written.version)}.pdf`, bytes: await made };
}

/** So many options stand beside each other on one page. */
const BESIDE = 3;

/** P7.5: the client's view on paper, side by side; version and last day stand on each page. */
async function write({ view, version, digest, at }: Written): Promise<Buffer> {
  const { Paper } = await import("@/lib/pdf/paper"); // heavy, and needed here alone
  const { organisation, client, presenter, day, validUntil, options } = view;
  const paper = new Paper({
    title: `Options for ${client}`, author: organisation, subject: `Options, version ${String(version)}`, at, landscape: options.length > 1,
    head: [organisation, `Options for ${client}`], foot: `Version ${String(version)} · valid until ${dayText(validUntil)} · ${digest.slice(0, 12)}`,
  });
  paper.title(`Options for ${client}`);
  paper.quiet(`Presented by ${presenter}, ${organisation}, on ${dayText(day)}. Valid until ${dayText(validUntil)}.`, { after: 12 });
  for (let from = 0; from < options.length; from += BESIDE) {
    await new Promise((next) => setImmediate(next)); // others are answered in between
    const some = options.slice(from, from + BESIDE);
    paper.beside(some.map(({ name }) => name), { look: "strong", size: 15, tag: "H2", after: 4, room: 120 });
    paper.beside(some.map(({ plainWords }) => plainWords), { after: 10 });
    for (const { label, lines } of PARTS) {
      const columns = some.map((option) => lines(option, client));
      paper.beside(some.map(() => label(client)), { look: "strong", size: 8.5, quiet: true, after: 1, tag: "H3", room: 44 });
      const most = Math.max(1, ...columns.map((column) => column.length));
      for (let row = 0; row < most; row++) paper.beside(columns.map((column) => column[row] ?? (row === 0 ? "Nothing in particular." : "")), { after: row === most - 1 ? 9 : 2 });
    }
    paper.space(14);
  }
  return paper.end();
}

const dotted = (lines: readonly string[]) => lines.map((line) => `• ${line}`);
const PARTS: readonly { label: (client: string) => string; lines: (option: PresentedOption, client: string) => string[] }[] = [
  { label: () => "Price", lines: ({ price }) => [priceText(price.minor, price.currency)] },
  { label: () => "Duration", lines: ({ weeks }) => [weeksText(weeks.low, weeks.high)] },
  { label: () => "Effort", lines: ({ total }) => [hoursText(total)] },
  { label: () => "What speaks for it", lines: ({ benefits }) => dotted(benefits) },
  { label: () => "What could get in the way", lines: ({ risks }) => dotted(risks) },
  { label: () => "What it builds on", lines: ({ assumptions }) => dotted(assumptions) },
  { label: () => "Not included", lines: ({ exclusions }) => dotted(exclusions) },
  { label: (client) => `What ${client} provides`, lines: ({ clientProvides }) => dotted(clientProvides) },
  { label: () => "Phases, in hours", lines: ({ phases }) => phases.map(({ name, ...hours }) => `${name}: ${hoursText(hours)}`) },
];
