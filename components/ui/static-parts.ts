/** What a request for a whole page brings along: its plain parts, in order, and the answer that is being made. */
type DrawnPage = { parts: string[]; response: { statusCode: number } };

/** The web process puts it around each such request (scripts/web.ts); undefined for everything else: an answer to a click, development, a test. */
const drawnPage = (): DrawnPage | undefined => (globalThis as { portalPage?: { getStore: () => DrawnPage | undefined } }).portalPage?.getStore();

/** The plain parts of the page that this request draws. */
export const partsOfPage = (): string[] | undefined => drawnPage()?.parts;

/** The status of the page that this request draws, if it is not 200. */
export function answerAs(status: number): void {
  const page = drawnPage();
  if (page) page.response.statusCode = status;
}
