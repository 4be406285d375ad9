import { describe, expect, it } from "vitest";
import type { IncomingMessage, ServerResponse } from "node:http";
import { guard, originRefusal, securityHeaders } from "@/scripts/guard";

const settings = { dev: false, publicUrl: new URL("https://handover.example.com") };

describe("the guard in front of every door", () => {
  it("lets reading through, and writing only from a page of ours", () => {
    const ask = (method: string, origin?: string) => originRefusal({ method, headers: { origin } }, settings);
    expect(ask("GET")).toBeNull();
    expect(ask("POST", "https://handover.example.com")).toBeNull();
    expect(ask("POST")).toMatch(/does not say/);
    for (const origin of ["https://evil.example", "null", "https://handover.example.com.evil.example", "http://handover.example.com"])
      for (const method of ["POST", "PATCH", "PUT", "DELETE"]) expect(ask(method, origin)).toMatch(/another site/);
  });

  it("lets nothing run in an answer that is a file, and nothing else into a sandbox", () => {
    const policyOf = (url: string) => {
      const set: Record<string, unknown> = {};
      const response = { setHeader: (name: string, value: unknown) => { set[name] = value; } } as unknown as ServerResponse;
      guard({ url, headers: {} } as unknown as IncomingMessage, response, settings);
      return String(set["content-security-policy"]);
    };
    for (const url of ["/api/documents/01a2", "/handovers/01a2/versions/12/pdf", "/handovers/01a2/versions/1/pdf?x", "/deals/01a2/options/versions/2/pdf", "/o/abc/pdf"]) expect(policyOf(url)).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    for (const url of ["/", "/api/documents?x=/api/documents/", "/handovers/01a2/versions/1", "/handovers/01a2/versions/1/pdfs", "/o/abc", "/o/abc/pdfs", "/deals/01a2/options/versions/2"]) expect(policyOf(url)).not.toContain("sandbox");
  });

  it("P7.5 tells nobody the address of a client's link: no search engine, no cache, no other site", () => {
    const headersOf = (url: string) => {
      const set: Record<string, unknown> = {};
      guard({ url, headers: {} } as unknown as IncomingMessage, { setHeader: (name: string, value: unknown) => { set[name] = value; } } as unknown as ServerResponse, settings);
      return set;
    };
    for (const url of ["/o/abc", "/o/abc/choose?option=1", "/o/abc/pdf"])
      expect(headersOf(url)).toMatchObject({ "x-robots-tag": expect.stringContaining("noindex"), "cache-control": "private, no-store", "referrer-policy": "same-origin" });
    for (const url of ["/", "/options", "/deals/01a2/options"]) expect(headersOf(url)["x-robots-tag"]).toBeUndefined();
  });

  it("allows no script or style without the nonce, no frame, no foreign form, and keeps to https", () => {
    const headers = securityHeaders("abc", settings);
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    for (const part of ["frame-ancestors 'none'", "form-action 'self'", "object-src 'none'", "base-uri 'none'"]) expect(policy).toContain(part);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    expect(securityHeaders("abc", { ...settings, publicUrl: new URL("http://localhost:3000") })["strict-transport-security"]).toBeUndefined();
  });
});
