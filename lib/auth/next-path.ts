/**
 * Where to go after signing in: a path of this site, else the start page. Whatever a browser could read as another
 * host (`//host`, `/\host`, a scheme, a control character) is not a path of ours.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || next.length > 2_000) return "/";
  const base = "http://portal.invalid";
  if (next.includes("\\") || hasControl(next) || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search, hash } = new URL(next, base);
  const isOurs = origin === base && !pathname.startsWith("//"); // "/..//host" is "//host" once its dots are resolved
  return isOurs && !pathname.startsWith("/sign-in") ? `${pathname}${search}${hash}` : "/";
}

/** The sign-in page, which leads back to where somebody wanted to go. */
export const signInPath = (next?: string | null): string => {
  const path = safeNext(next);
  return path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
};

/** Browsers drop tabs and line breaks before they read an address, so these could hide a second slash. */
const hasControl = (value: string): boolean => [...value].some((char) => char < " " || char === "\u007f");
