"use client";

import { type ComponentProps, createElement, useMemo, useState } from "react";
import { partsOfPage } from "./static-parts";

type StaticPartProps = Omit<ComponentProps<"div">, "children" | "dangerouslySetInnerHTML"> & {
  as: string;
  /** The HTML itself, or which of the page's parts it is. */
  html?: string;
  nth?: number;
};

/**
 * One plain part of a page. With a whole page its HTML comes once, as HTML: the browser reads it there when React takes over. With
 * what is fetched later it comes as text, and is put in place only where it differs: an open menu or a selection stays.
 */
export function StaticPart({ as, html, nth = -1, ...rest }: StaticPartProps) {
  const [first] = useState(() => ({ __html: html ?? partsOfPage()?.[nth] ?? partInBrowser(nth) }));
  const inner = useMemo(() => (html === undefined || isSame(html, first.__html) ? first : { __html: html }), [html, first]);
  return createElement(as, { ...rest, "data-part": nth < 0 ? undefined : nth, suppressHydrationWarning: true, dangerouslySetInnerHTML: inner });
}

/** What the page came with, for as long as the page is open: going back to it draws a part anew. */
const CAME_WITH = new Map<number, string>();

function partInBrowser(nth: number): string {
  if (typeof document === "undefined") return "";
  const known = CAME_WITH.get(nth) ?? document.querySelector(`[data-part="${String(nth)}"]`)?.innerHTML ?? "";
  CAME_WITH.set(nth, known);
  return known;
}

/** The same elements, however they are written. */
function isSame(html: string, shown: string): boolean {
  if (html === shown) return true;
  if (typeof document === "undefined") return false;
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.innerHTML === shown;
}
