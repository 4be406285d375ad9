import fc from "fast-check";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { staticHtml } from "@/components/ui/static-html";

/** React writes some attributes as it calls them; HTML does not care. */
const lower = (html: string) => html.replace(/ (dateTime|tabIndex|colSpan|rowSpan|autoComplete|autoFocus|readOnly|maxLength|minLength|popoverTarget|noValidate)=/g, (name) => name.toLowerCase());

const hostile = fc.oneof(fc.string({ unit: "binary" }).map((words) => words.replaceAll("\0", "").toWellFormed()), fc.constantFrom("<script>alert(1)</script>", "\"'&<>", "]]>", "&amp;", "مرحبا", "👩🏽‍🚀"));
const attributes = fc.record({
  className: hostile, title: hostile, id: hostile, "data-key": hostile, "aria-label": hostile, "aria-current": fc.constantFrom("page", true, false), hidden: fc.boolean(), tabIndex: fc.integer({ min: -1, max: 3 }),
  style: fc.record({ width: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant("2rem")), opacity: fc.constantFrom(0, 0.5, 1), "--part": fc.constant("40%") }, { requiredKeys: [] }),
}, { requiredKeys: [] });
const Plain = ({ words, children }: { words: string; children?: ReactNode }) => <><em>{words}</em>{children}</>;
const tree = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true },
    hostile as fc.Arbitrary<ReactNode>, fc.integer(), fc.constantFrom(null, undefined, true, false),
    fc.tuple(fc.constantFrom("p", "div", "td", "svg", "time", "option"), attributes, fc.array(tie("node"), { maxLength: 4 })).map(([type, given, inside]) => createElement(type, given, ...inside)),
    fc.tuple(fc.constantFrom("br", "hr", "input"), attributes).map(([type, given]) => createElement(type, given)),
    fc.array(tie("node"), { maxLength: 3 }).map((inside) => createElement(Fragment, null, ...inside)),
    fc.tuple(hostile, tie("node")).map(([words, inside]) => createElement(Plain, { words }, inside)),
  ),
}));

describe("plain HTML", () => {
  it("is what React itself writes, for any tree of elements, texts and components", () => {
    fc.assert(fc.property(tree.node, (node) => {
      expect(staticHtml(node)).toBe(lower(renderToStaticMarkup(node as ReactNode & object)));
    }), { numRuns: 1_000 });
  });

  it("writes form controls, links and drawings as React does", () => {
    const all = (
      <form action="/search" method="get" noValidate>
        <label htmlFor="q">Find</label><input id="q" name="q" type="search" defaultValue={'a "b"'} readOnly required autoComplete="off" maxLength={10} />
        <input type="checkbox" defaultChecked /><textarea name="t" defaultValue={"<b>&\n"} />
        <select name="s"><option value="1">One</option></select><button type="submit" disabled popoverTarget="m">Go</button>
        <a href="/x?a=1&b=2" aria-current="page">x</a><time dateTime="2026-01-01">day</time><table><tbody><tr><td colSpan={2}>1</td></tr></tbody></table>
        <svg viewBox="0 0 1 1" focusable="false" aria-hidden><path d="M0 0" strokeWidth={2} strokeLinecap="round" /><text textAnchor="end">t</text></svg>
      </form>
    );
    // The order of attributes is ours, the rest must agree.
    const parts = (html: string) => lower(html).split(/(?=[ <>])/).map((part) => part.replace(/\/$/, "")).sort();
    expect(parts(staticHtml(all))).toEqual(parts(renderToStaticMarkup(all)));
  });

  it.each([
    ["a handler", <button key="b" type="button" onClick={() => undefined}>x</button>],
    ["a form with a function", <form key="f" action={() => undefined} />],
    ["a client component", createElement(Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") }))],
    ["an attribute that nobody has named", createElement("div", { onWhatever: "x" })],
    ["a promise", Promise.resolve("x")],
    ["a script as an address", createElement("a", { href: "java\nscript:alert(1)" })],
  ])("refuses %s instead of leaving it out", (_, node) => {
    expect(() => staticHtml(node)).toThrow();
  });
});
