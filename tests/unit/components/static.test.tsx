import { AsyncLocalStorage } from "node:async_hooks";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { Static } from "@/components/ui/static";

type DrawnPage = { parts: string[]; response: { statusCode: number } };
const page = new AsyncLocalStorage<DrawnPage>();
const kept = globalThis as { portalPage?: AsyncLocalStorage<DrawnPage> };
const fresh = (): DrawnPage => ({ parts: [], response: { statusCode: 200 } });
const drawn = () => <><Static as="section" id="a"><p>One &amp; only</p></Static><Static>Two</Static></>;

describe("a plain part", () => {
  afterEach(() => { delete kept.portalPage; });

  it("is said once in a whole page: as HTML, and not as text for the browser", () => {
    kept.portalPage = page;
    const one = fresh();
    page.run(one, () => {
      expect(Static({ children: <p>{"a<b"}</p> }).props).toEqual({ as: "div", nth: 0 });
      expect(one.parts).toEqual(["<p>a&lt;b</p>"]);
    });
    const html = page.run(fresh(), () => renderToStaticMarkup(drawn()));
    expect(html).toBe('<section id="a" data-part="0"><p>One &amp; only</p></section><div data-part="1">Two</div>');
  });

  it("does not mix two pages that are drawn at the same time", async () => {
    kept.portalPage = page;
    const draw = (words: string) => page.run(fresh(), async () => {
      const element = Static({ children: words });
      await new Promise((wait) => setTimeout(wait, 1));
      return renderToStaticMarkup(element);
    });
    expect(await Promise.all(["one", "two", "three"].map(draw))).toEqual(["one", "two", "three"].map((words) => `<div data-part="0">${words}</div>`));
  });

  it("comes as text with what is fetched later, where there is no page to read it from", () => {
    expect(Static({ children: <p>x</p> }).props).toEqual({ as: "div", html: "<p>x</p>" });
    expect(renderToStaticMarkup(drawn())).toBe('<section id="a"><p>One &amp; only</p></section><div>Two</div>');
  });
});
