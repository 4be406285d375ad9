import { type ComponentProps, createElement, type ReactNode } from "react";
import { staticHtml } from "./static-html";

type StaticProps = Omit<ComponentProps<"div">, "children" | "dangerouslySetInnerHTML"> & {
  /** The element around it. */
  as?: "div" | "nav" | "aside" | "section" | "header" | "article" | "ul";
  children: ReactNode;
};

/**
 * A part of a page that needs no JavaScript, drawn once as HTML. React knows it as one text: it is not said a second time
 * for the browser to take over, which is most of what a long list or a brief costs. Works on the server only.
 */
export function Static({ as = "div", children, ...rest }: StaticProps) {
  return createElement(as, { ...rest, dangerouslySetInnerHTML: { __html: staticHtml(children) } });
}
