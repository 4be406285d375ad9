/** What could lead out of a folder, end a header, or turn a name around on the screen: one underscore each. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** File systems take about 255 bytes. */
const MAX_BYTES = 200;

/**
 * The name under which a browser saves a document. What was given is kept as it is in the database; here it becomes a
 * plain name, no longer than a file system takes, and keeps its ending.
 */
export function savedName(name: string): string {
  const plain = name.replace(UNSAFE, "_").replace(/^[.\s]+|[.\s]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : "";
  return (shortened(plain.slice(0, plain.length - ending.length), MAX_BYTES - ending.length) || "document") + ending;
}

/** The header of an attachment (RFC 6266): a name in ASCII for old programs, and the whole one as RFC 5987 writes it. */
export function contentDisposition(name: string): string {
  const saved = savedName(name);
  const ascii = saved.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(saved).replace(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

/** The first letters that fit into so many bytes; none is cut in two. */
function shortened(text: string, bytes: number): string {
  let [taken, used] = ["", 0];
  for (const letter of text) {
    used += new TextEncoder().encode(letter).length;
    if (used > bytes) break;
    taken += letter;
  }
  return taken;
}
