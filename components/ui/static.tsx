import { type ComponentProps, createElement, type ReactNode } from "react";
import { staticHtml } from "./static-html";
import { StaticPart } from "./static-part";
import { partsOfPage } from "./static-parts";

type StaticProps = Omit<ComponentProps<"div">, "children" | "dangerouslySetInnerHTML"> & {
  /** The element around it. */
  as?: "div" | "nav" | "aside" | "section" | "header" | "article" | "ul";
  children: ReactNode;
};

/**
 * A part of a page that needs no JavaScript, drawn once as HTML. React knows it as one text, and a whole page says it once: it
 * is not repeated for the browser to take over, which is most of what a long list or a brief costs. Works on the server only,
 * and not inside another one.
 */
export function Static({ as = "div", children, ...rest }: StaticProps) {
  const html = staticHtml(children);
  const parts = partsOfPage();
  return createElement(StaticPart, { as, ...rest, ...(parts ? { nth: parts.push(html) - 1 } : { html }) });
}
