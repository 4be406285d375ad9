import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type GuardSettings = { dev: boolean; publicUrl: URL };

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a request is refused before anybody reads it, or null: whatever changes something must come from a page of ours.
 * Browsers always name the origin of such a request; one without it was not made by a page.
 */
export function originRefusal({ method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">, { publicUrl }: GuardSettings): string | null {
  if (READS.has(method) || headers.origin === publicUrl.origin) return null;
  return headers.origin === undefined ? "This request does not say where it comes from." : "This request comes from another site.";
}

/** Addresses whose answer is a file: whatever it holds, no browser may run or show it as a page of ours. */
const FILES = /^\/api\/documents\/|^\/handovers\/[^/?]+\/versions\/\d+\/pdf(\?|$)|^\/deals\/[^/?]+\/options\/versions\/\d+\/pdf(\?|$)|^\/o\/[^/?]+\/pdf(\?|$)/;

/** A client's link is a secret in an address: no search engine keeps it, no cache, and no other site learns of it. */
const CLIENT_LINK = /^\/o(\/|\?|$)/;
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The headers of every answer; scripts and styles run only with this answer's nonce. */
export function securityHeaders(nonce: string, { dev, publicUrl }: GuardSettings): Record<string, string> {
  const isSecure = publicUrl.protocol === "https:";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isSecure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** Sets them on the answer, and tells Next the nonce in the way that it looks for it. */
export function guard(request: IncomingMessage, response: ServerResponse, settings: GuardSettings): void {
  const headers = securityHeaders(randomBytes(16).toString("base64"), settings);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (FILES.test(request.url ?? "")) response.setHeader("content-security-policy", SANDBOX);
  if (CLIENT_LINK.test(request.url ?? "")) for (const [name, value] of [["x-robots-tag", "noindex, nofollow, noarchive"], ["cache-control", "private, no-store"]] as const) response.setHeader(name, value);
  request.headers["content-security-policy"] = headers["content-security-policy"];
}
