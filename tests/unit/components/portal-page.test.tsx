import { AsyncLocalStorage } from "node:async_hooks";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { portalPage } from "@/components/layout/portal-page";
import { AppError } from "@/lib/platform/errors";

type DrawnPage = { parts: string[]; response: { statusCode: number } };
const page = new AsyncLocalStorage<DrawnPage>();
const kept = globalThis as { portalPage?: AsyncLocalStorage<DrawnPage> };

/** What comes of a page: its status and its HTML. */
async function drawn(draw: () => Promise<string>) {
  kept.portalPage = page;
  const answer: DrawnPage = { parts: [], response: { statusCode: 200 } };
  const html = await page.run(answer, async () => renderToStaticMarkup(await portalPage(draw)({})));
  return { status: answer.response.statusCode, html };
}

describe("the door of a page", () => {
  afterEach(() => { delete kept.portalPage; });

  it("draws what is there", async () => expect(await drawn(async () => "Deal")).toEqual({ status: 200, html: "Deal" }));

  it("says in HTML what was not found, with 404", async () => {
    const { status, html } = await drawn(() => Promise.reject(new AppError("NOT_FOUND")));
    expect([status, html]).toEqual([404, expect.stringContaining("There is nothing at this address")]);
  });

  it("says in HTML what is not allowed and why, with 403", async () => {
    const { status, html } = await drawn(() => Promise.reject(new AppError("FORBIDDEN", { reason: "Only the PM amends it." })));
    expect([status, html]).toEqual([403, expect.stringContaining("Only the PM amends it.")]);
  });

  it("leaves what went wrong to the page of errors", async () =>
    expect(drawn(() => Promise.reject(new AppError("UNAVAILABLE")))).rejects.toMatchObject({ code: "UNAVAILABLE" }));
});
