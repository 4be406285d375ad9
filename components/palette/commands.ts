import type { Hit } from "@/lib/search/schema";
import { plainText } from "./match";
import { keysTo } from "./go";

/** One line of the palette: it goes somewhere, or it does what an element of the page does. */
export type Command = { id: string; group: string; label: string; detail?: string; keys?: string; href?: string; run?: () => void };

/** What this page offers: whatever has a key, by the words on it. A button that is refused now is not offered. */
export function pageCommands(): Command[] {
  const elements = [...document.querySelectorAll<HTMLElement>("main [aria-keyshortcuts], [data-command]")];
  return elements.flatMap((element, index) => {
    const label = wordsOf(element);
    if (label === "" || !element.checkVisibility() || element.matches(":disabled, [aria-disabled=true]")) return [];
    const keys = element.getAttribute("aria-keyshortcuts") ?? undefined;
    return [{ id: `page-${String(index)}`, group: "On this page", label, ...(keys && { keys }), run: () => activate(element) }];
  });
}

/** The pages of the navigation: only those that this person has. */
export function goCommands(): Command[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav[aria-label="Main"] a[href], nav[aria-label="All pages"] a[href]')];
  const seen = new Set<string>();
  const pages = links.flatMap((link) => {
    const href = link.getAttribute("href") ?? "";
    if (seen.has(href)) return [];
    seen.add(href);
    const label = link.title || wordsOf(link);
    const keys = keysTo(href);
    return [{ id: `go-${href}`, group: "Go to", label, href, ...(keys && { keys }) }];
  });
  return [...pages, { id: "go-/profile", group: "Go to", label: "Profile", href: "/profile" }, { id: "go-/search", group: "Go to", label: "Search", href: "/search" }];
}

/** What the search found, and at last the search itself. */
export const hitCommands = (hits: readonly Hit[], q: string): Command[] => [
  ...hits.map(({ kind, href, label, detail }) => ({ id: href, group: kind, label, detail, href })),
  ...(q.trim() === "" ? [] : [{ id: "all", group: "Search", label: `Search the briefs for “${q.trim()}”`, href: `/search?${new URLSearchParams({ q: q.trim() })}` }]),
];

/** Those in whose words every typed word begins one. */
export function matching(commands: readonly Command[], q: string): Command[] {
  const asked = plainText(q).split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const words = plainText(label).split(/[^\p{L}\p{N}]+/u);
    return asked.every((one) => words.some((word) => word.startsWith(one)));
  });
}

/** What somebody reads on it: not the key printed on it, and of a field its label. */
function wordsOf(element: HTMLElement): string {
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.querySelector(".sr-only")?.textContent.trim() ?? "";
  const copy = element.cloneNode(true) as HTMLElement;
  for (const silent of copy.querySelectorAll("kbd, svg, [aria-hidden=true], .sr-only")) silent.remove();
  return copy.textContent.trim() || (element.getAttribute("aria-label") ?? "");
}

function activate(element: HTMLElement): void {
  if (element instanceof HTMLInputElement) element.focus();
  else element.click();
}
