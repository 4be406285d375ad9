/** TABLE of what may be uploaded: the type that the bytes say, and the endings that a name may then have. */
export const KINDS = {
  "application/pdf": { label: "PDF", endings: ["pdf"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { label: "Word document", endings: ["docx"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { label: "Excel workbook", endings: ["xlsx"] },
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": { label: "PowerPoint presentation", endings: ["pptx"] },
  "application/vnd.oasis.opendocument.text": { label: "OpenDocument text", endings: ["odt"] },
  "application/vnd.oasis.opendocument.spreadsheet": { label: "OpenDocument spreadsheet", endings: ["ods"] },
  "application/vnd.oasis.opendocument.presentation": { label: "OpenDocument presentation", endings: ["odp"] },
  "image/png": { label: "PNG image", endings: ["png"] },
  "image/jpeg": { label: "JPEG image", endings: ["jpg", "jpeg"] },
  "image/gif": { label: "GIF image", endings: ["gif"] },
  "image/webp": { label: "WebP image", endings: ["webp"] },
  "image/heic": { label: "HEIC image", endings: ["heic"] },
  "text/plain": { label: "text file", endings: ["txt", "log"] },
  "text/csv": { label: "CSV file", endings: ["csv"] },
  "text/markdown": { label: "Markdown file", endings: ["md", "markdown"] },
  "application/zip": { label: "ZIP archive", endings: ["zip"] },
} as const satisfies Record<string, { label: string; endings: readonly string[] }>;

export type KindId = keyof typeof KINDS;

/** What is known of a file besides its name; `detected` is the media type of its signature, null where it has none. */
export type FileFacts = { name: string; size: number; detected: string | null; isText: boolean; head: string };

const ALLOWED = "PDF, Word, Excel, PowerPoint and OpenDocument files, images, text, CSV, Markdown and ZIP can be uploaded.";

/**
 * The type of a file by its bytes, never by its name; or why it is refused. A name whose ending promises something else is
 * refused as well, so that nobody opens what they did not expect. Pages, drawings and scripts are no documents.
 */
export function kindOf({ name, size, detected, isText, head }: FileFacts): { type: KindId } | { refusal: string } {
  if (size === 0) return { refusal: "This file is empty." };
  const ending = endingOf(name);
  // letters can look like a signature by chance, as in a list that begins with "BMW"
  if (detected === null || (isText && !(detected in KINDS))) {
    if (!isText) return { refusal: `What this file holds is not known. ${ALLOWED}` };
    if (SCRIPT.test(head)) return { refusal: `Web pages, drawings in SVG and scripts cannot be uploaded. ${ALLOWED}` };
    const type = TEXTS.find((one) => has(one, ending)) ?? (ending === "" ? "text/plain" : null);
    return type ? { type } : { refusal: `This is text, but its name ends in .${shortened(ending)}. Name it .txt, .csv or .md if that is what it is.` };
  }
  if (!(detected in KINDS)) return { refusal: REASONS[detected] ?? ALLOWED };
  const type = detected as KindId;
  if (ending === "" || has(type, ending)) return { type };
  return { refusal: `What this file holds is a ${KINDS[type].label}, but its name ends in .${shortened(ending)}. Give it the ending .${KINDS[type].endings[0]} and try again.` };
}

const TEXTS = ["text/plain", "text/csv", "text/markdown"] as const;
const has = (type: KindId, ending: string) => (KINDS[type].endings as readonly string[]).includes(ending);

/** What a page, a drawing or a script begins with, after a mark of the encoding, space and comments. */
const SCRIPT = /^(?:\uFEFF|\u00ef\u00bb\u00bf)?(?:\s|<!--[\s\S]*?-->)*(?:<!doctype|<\?xml|<\?php|<(?:html|head|body|svg|script|iframe|xsl)\b|#!)/i;

/** The letters after the last dot, in small; "" where a name has no ending. */
export function endingOf(name: string): string {
  const found = /[^.\s]\.([^.\s/\\]+)$/.exec(name.trimEnd());
  return found?.[1]?.toLowerCase() ?? "";
}

const MACROS = "This file can hold macros. Save it without them, as .docx, .xlsx or .pptx, or as a PDF.";
const REASONS: Record<string, string> = {
  "application/x-cfb": "Old Office files cannot be uploaded. Save it as .docx, .xlsx or .pptx, or as a PDF.",
  "application/vnd.ms-word.document.macroenabled.12": MACROS,
  "application/vnd.ms-word.template.macroenabled.12": MACROS,
  "application/vnd.ms-excel.sheet.macroenabled.12": MACROS,
  "application/vnd.ms-excel.template.macroenabled.12": MACROS,
  "application/vnd.ms-powerpoint.presentation.macroenabled.12": MACROS,
  "application/vnd.ms-powerpoint.slideshow.macroenabled.12": MACROS,
  "application/vnd.ms-powerpoint.template.macroenabled.12": MACROS,
};

const shortened = (ending: string) => (ending.length > 12 ? `${ending.slice(0, 11)}…` : ending);
