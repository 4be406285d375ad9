/**
 * The plain parts of the page that this request draws, in order. The web process puts a list around each request for a whole
 * page (scripts/web.ts); undefined for everything else: an answer to a click, development, a test.
 */
export const partsOfPage = (): string[] | undefined => (globalThis as { portalPage?: { getStore: () => string[] | undefined } }).portalPage?.getStore();
