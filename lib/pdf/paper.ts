import "server-only";
import PDFDocument from "pdfkit";
import { FONTS, type Look, type Losses, runsOf } from "./letters";

export type PaperFacts = { title: string; author: string; subject: string; at: Date; /** At the head of every page, left and right. */ head: [string, string]; /** At the foot of every page: for whom it is. */ foot: string; landscape?: boolean };
type Column = { left: number; width: number };
type Style = { look?: Look; size: number; colour?: string; indent?: number; column?: Column; after?: number; href?: string; tag?: "H1" | "H2" | "H3" | "P" | "Lbl" };

const MARGIN = { top: 74, bottom: 62, left: 56, right: 56 };
const COLUMN_GAP = 22;
const INK = { text: "#16181d", quiet: "#555b66", line: "#d9dce2", link: "#2b4acb" };

/** What stands at the foot of papers that stay in the house. */
export const INTERNAL = "Internal: not for the client";

/** A4 pages, written from top to bottom: tagged for screen readers, with bookmarks, a head and a number on every page. */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly losses: Losses = { undrawn: 0, isRightToLeft: false };
  private readonly root: PDFKit.PDFStructureElement;
  private readonly done: Promise<Buffer>;
  private readonly known = new Map<string, boolean>();

  constructor(private readonly facts: PaperFacts) {
    const { title, author, subject, at, landscape = false } = facts;
    this.pdf = new PDFDocument({
      size: "A4", layout: landscape ? "landscape" : "portrait", margins: MARGIN, bufferPages: true, tagged: true, pdfVersion: "1.7", lang: "en", displayTitle: true,
      info: { Title: title, Author: author, Subject: subject, Creator: "Handover Portal", CreationDate: at },
    });
    for (const [name, file] of Object.entries(FONTS)) this.pdf.registerFont(name, file);
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
    this.done = new Promise((done, fail) => {
      const pieces: Buffer[] = [];
      this.pdf.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => done(Buffer.concat(pieces))).on("error", fail);
    });
  }

  title(text: string): void { this.write(text, { look: "strong", size: 20, tag: "H1", after: 4 }); }

  section(text: string): void {
    this.pdf.moveDown(0.6);
    this.keepTogether(90); // a heading does not end a page
    this.pdf.outline.addItem(text);
    this.write(text, { look: "strong", size: 13, tag: "H2", after: 3 });
    this.line();
  }

  /** What was asked, in small above the answer. */
  label(text: string): void { this.keepTogether(44); this.write(text, { look: "strong", size: 8.5, colour: INK.quiet, tag: "H3", after: 1 }); }
  text(text: string, { href, indent, after = 7 }: { href?: string; indent?: number; after?: number } = {}): void {
    this.write(text, { size: 10, href, indent, after, ...(href && { colour: INK.link }) });
  }
  strong(text: string, { indent, after = 2 }: { indent?: number; after?: number } = {}): void { this.keepTogether(30); this.write(text, { look: "strong", size: 10, indent, after }); }
  quiet(text: string, { indent, after = 5 }: { indent?: number; after?: number } = {}): void { this.write(text, { size: 8.5, colour: INK.quiet, indent, after }); }
  space(points: number): void { this.pdf.y += points; }

  /**
   * Texts beside each other, each in its column, from one height on: for things that are compared. What is too long for a page stands
   * one below the other.
   */
  beside(texts: readonly string[], { look = "text", size = 10, quiet = false, after = 5, tag = "P", room = 16 }: { look?: Look; size?: number; quiet?: boolean; after?: number; tag?: Style["tag"]; /** What must fit below it on the same page. */ room?: number } = {}): void {
    const { pdf } = this;
    const style = { look, size, tag, ...(quiet && { colour: INK.quiet }) };
    const width = (pdf.page.width - MARGIN.left - MARGIN.right - COLUMN_GAP * (texts.length - 1)) / texts.length;
    pdf.font(look).fontSize(size);
    const tallest = Math.max(...texts.map((text) => pdf.heightOfString(text, { width, lineGap: 1.5 })));
    if (tallest > pdf.page.height - MARGIN.top - MARGIN.bottom - 40) {
      for (const text of texts) this.write(text, { ...style, after });
      return;
    }
    this.keepTogether(tallest + room);
    const top = pdf.y;
    let bottom = top;
    texts.forEach((text, index) => {
      pdf.y = top;
      this.write(text, { ...style, column: { left: MARGIN.left + index * (width + COLUMN_GAP), width } });
      bottom = Math.max(bottom, pdf.y);
    });
    pdf.y = bottom + after;
  }

  /** The bytes, once all is written; the last lines say what could not be set as it was written. */
  async end(): Promise<Buffer> {
    const { undrawn, isRightToLeft } = this.losses;
    if (undrawn > 0) this.quiet(`${String(undrawn)} ${undrawn === 1 ? "character has" : "characters have"} no shape in the typefaces of this file and ${undrawn === 1 ? "is" : "are"} written as a number, as in [U+1F389]. The portal shows them.`);
    if (isRightToLeft) this.quiet("Words in Hebrew or Arabic stand from left to right in this file. The portal shows them as they were written.");
    this.heads();
    this.root.end();
    this.pdf.end();
    return this.done;
  }

  private write(text: string, { look = "text", size, colour = INK.text, indent = 0, column, after = 0, href, tag = "P" }: Style): void {
    const { pdf } = this;
    const runs = runsOf(text, look, { covers: (font, code) => this.covers(font, code), losses: this.losses }).filter((run) => run.text !== "");
    if (runs.length === 0) return;
    const left = column?.left ?? MARGIN.left + indent;
    const width = column?.width ?? pdf.page.width - left - MARGIN.right;
    const draw = () => {
      pdf.fontSize(size).fillColor(colour);
      runs.forEach((run, index) => {
        const options = { width, lineGap: 1.5, continued: index < runs.length - 1, ...(href && { link: href }) };
        pdf.font(run.font);
        if (index === 0) pdf.text(run.text, left, pdf.y, options);
        else pdf.text(run.text, options);
      });
    };
    this.root.add(pdf.struct(href ? "Link" : tag, {}, draw));
    pdf.y += after;
  }

  private covers(font: keyof typeof FONTS, code: number): boolean {
    const key = `${font} ${String(code)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.pdf.font(font);
    const has = (this.pdf as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } })._font.font.hasGlyphForCodePoint(code);
    this.known.set(key, has);
    return has;
  }

  private keepTogether(points: number): void {
    if (this.pdf.y + points > this.pdf.page.height - MARGIN.bottom) this.pdf.addPage();
  }

  private line(): void {
    const { pdf } = this;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf.moveTo(MARGIN.left, pdf.y).lineTo(pdf.page.width - MARGIN.right, pdf.y).lineWidth(0.5).strokeColor(INK.line).stroke();
    pdf.endMarkedContent();
    pdf.y += 8;
  }

  /** Number, version and digest on every page, so that a loose sheet can be put back. */
  private heads(): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    const width = pdf.page.width - MARGIN.left - MARGIN.right;
    for (let page = start; page < start + count; page++) {
      pdf.switchToPage(page);
      pdf.page.margins = { ...MARGIN, top: 0, bottom: 0 }; // else writing there would begin a page
      pdf.markContent("Artifact", { type: "Pagination" });
      const put = (text: string, y: number, align: "left" | "right") => {
        const [run] = runsOf(text, "text", { covers: (font, code) => this.covers(font, code), losses: { undrawn: 0, isRightToLeft: false } });
        pdf.font(run?.font ?? "text").fontSize(8).fillColor(INK.quiet).text(text, MARGIN.left, y, { width, align, lineBreak: false });
      };
      put(this.facts.head[0], 36, "left");
      put(this.facts.head[1], 36, "right");
      put(this.facts.foot, pdf.page.height - 40, "left");
      put(`Page ${String(page - start + 1)} of ${String(count)}`, pdf.page.height - 40, "right");
      pdf.endMarkedContent();
    }
  }
}
