import { describe } from "vitest";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { getBriefPdf } from "@/lib/handovers/queries/pdf";
import { getHandover } from "@/lib/handovers/queries/handover";
import { getReading } from "@/lib/handovers/queries/reading";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { outlineOf } from "@/lib/handovers/rules/outline";
import type { Db } from "@/lib/platform/db";
import { asUser, expect, test } from "@/tests/support/db";
import { aDraft, aRow, aSubmitted } from "@/tests/support/factories/handovers";

/** What another reader than ours finds in the file: the text without any space, the pages, the tags and the facts about it. */
async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  const tags = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== "object" || node === null || !("role" in node)) return;
    tags.add(String(node.role));
    if ("children" in node) for (const child of node.children as unknown[]) collect(child);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    pages.push((await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(""));
    collect(await page.getStructTree());
  }
  const { info } = await pdf.getMetadata();
  return { text: bare(pages.join("")), pages: pages.map(bare), tags: [...tags], info: info as Record<string, unknown>, bookmarks: (await pdf.getOutline() ?? []).map(({ title }) => title), marked: await pdf.getMarkInfo() };
}
const bare = (text: string) => text.replace(/\s+/g, "");

const pdfOf = async (db: Db, who: string, id: string, version = 1) => readPdf((await getBriefPdf(await asUser(who, db), { id, version })).bytes);

/** Every line that the reading form shows to somebody. */
async function shownTo(db: Db, who: string, id: string): Promise<string[]> {
  const ctx = await asUser(who, db);
  const blocks = outlineOf(await getReading(ctx, await getHandover(ctx, id), { version: 1 }));
  return blocks.flatMap((block) =>
    block.kind === "answer" ? [block.label, ...block.lines.map(({ text }) => text)]
    : block.kind === "rows" ? [block.label, ...block.rows.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)])]
    : [block.text]).filter(Boolean);
}

describe("a version of the brief as a PDF (B4)", () => {
  test("B4 holds every answer that its reader may read, in the order of the reading form, and nothing that is not for them", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "complexity.integration": "several", "commercial.payment": "Thirty per cent off, secretly agreed", "delivery.sensitivities": "Never mention the founder's divorce" } });
    const { id, sam, lee, pia } = draft;
    await aRow(db, draft, id, { "risks.text": "The trade fair cannot move", "risks.severity": "high" });
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    for (const who of [pia, lee]) {
      const lines = await shownTo(db, who, id);
      expect(lines.length).toBeGreaterThan(40);
      const { text } = await pdfOf(db, who, id);
      let from = 0;
      const missing = lines.filter((line) => { const at = text.indexOf(bare(line), from); if (at >= 0) from = at; return at < 0; });
      expect(missing).toEqual([]);
    }
    const [forPm, forLead] = [await pdfOf(db, pia, id), await pdfOf(db, lee, id)];
    expect(forPm.text).toContain(bare("Thirty per cent off"));
    expect(forLead.text).not.toContain(bare("Thirty per cent off"));
    expect(forLead.text).not.toContain(bare("Payment milestones"));
  });

  test("B4 carries number, version and digest on every page, tags, bookmarks and its own title", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "purpose.goals": "A long story. ".repeat(900) } });
    const { id, sam, pia, number } = draft;
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const { digest } = await db.briefVersion.findFirstOrThrow({ where: { handoverId: id } });
    const { pages, text, tags, bookmarks, info, marked } = await pdfOf(db, pia, id);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) for (const part of [`HO-${String(number)}`, `Version1·SHA-256${digest.slice(0, 12)}`, `of${String(pages.length)}`]) expect(page).toContain(part);
    expect(text).toContain(digest);
    expect(tags).toEqual(expect.arrayContaining(["H1", "H2", "H3", "P"]));
    expect(Object.fromEntries(marked as unknown as Map<string, boolean>)).toMatchObject({ Marked: true });
    expect(bookmarks).toContain("Purpose and success");
    expect(info).toMatchObject({ Title: expect.stringContaining(`HO-${String(number)}`) as string, Language: "en", Author: "Nordlicht" });
  });

  test("drops no letter silently: umlauts, Greek and Cyrillic are set, what no font has is written as its number", async ({ db }) => {
    const words = "Größe Łódź Ελλάδα Київ שלום مرحبا 漢 🎉 👩‍💻 e\u0301 \u202Eabc\u202C ﷽";
    const draft = await aDraft(db, { answers: { "client.about": words } });
    const { id, sam, pia } = draft;
    await submitHandover(await asUser(sam, db), { id, revision: draft.revision });
    const { text } = await pdfOf(db, pia, id);
    for (const part of ["Größe", "Łódź", "Ελλάδα", "Київ", "[U+6F22]", "[U+1F389]", "[U+1F4BB]"]) expect(text).toContain(bare(part));
    expect(text).toMatch(/charactershavenoshape/);
    expect(text).toContain(bare("Words in Hebrew or Arabic stand from left to right"));
  });

  test("is NOT_FOUND for a version that does not exist and for whom the handover does not", async ({ db }) => {
    const { id, sam, pia, dev } = await aSubmitted(db);
    await expect(getBriefPdf(await asUser(pia, db), { id, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getBriefPdf(await asUser(dev, db), { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: draft } = await aDraft(db);
    await expect(getBriefPdf(await asUser(sam, db), { id: draft, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getBriefPdf(await asUser(sam, db), { id, version: 1 })).name).toMatch(/^HO-\d+ Brandt Optik .*, version 1\.pdf$/);
  });
});
