import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

type Props = Record<string, unknown>;

/** What React calls otherwise than HTML does. Other names in camel case are refused: guessing would show at nobody's screen. */
const NAMES: Record<string, string> = {
  className: "class", htmlFor: "for", dateTime: "datetime", tabIndex: "tabindex", colSpan: "colspan", rowSpan: "rowspan", autoComplete: "autocomplete",
  autoFocus: "autofocus", readOnly: "readonly", maxLength: "maxlength", minLength: "minlength", inputMode: "inputmode", enterKeyHint: "enterkeyhint",
  popoverTarget: "popovertarget", popoverTargetAction: "popovertargetaction", noValidate: "novalidate", formAction: "formaction", formMethod: "formmethod",
  spellCheck: "spellcheck", hrefLang: "hreflang", referrerPolicy: "referrerpolicy", encType: "enctype", accessKey: "accesskey", viewBox: "viewBox",
  preserveAspectRatio: "preserveAspectRatio", strokeWidth: "stroke-width", strokeLinecap: "stroke-linecap", strokeLinejoin: "stroke-linejoin",
  strokeDasharray: "stroke-dasharray", textAnchor: "text-anchor", fontSize: "font-size", fontWeight: "font-weight", fillOpacity: "fill-opacity",
  dominantBaseline: "dominant-baseline", clipPath: "clip-path", fillRule: "fill-rule", defaultValue: "value", defaultChecked: "checked",
};
/** Present or absent; every other attribute has a value. */
const FLAGS = new Set(["disabled", "checked", "required", "readonly", "multiple", "open", "hidden", "selected", "novalidate", "autofocus", "reversed", "inert"]);
/** True is written as a word. */
const WORDS = new Set(["spellcheck", "contenteditable", "draggable", "focusable"]);
const LEFT_OUT = new Set(["key", "ref", "children", "dangerouslySetInnerHTML", "suppressHydrationWarning"]);
const ADDRESSES = new Set(["href", "src", "action", "formaction"]);
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const UNITLESS = new Set(["flex", "flexGrow", "flexShrink", "fontWeight", "gridColumn", "gridRow", "lineHeight", "opacity", "order", "zIndex"]);

/**
 * The HTML of a tree that needs no JavaScript: plain elements and components that are plain functions. The same text as
 * React's own, at a fraction of the time. Throws where a tree needs more than that (handlers, client components, promises).
 */
export function staticHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) {
    let html = "";
    for (const child of node as ReactNode[]) html += staticHtml(child);
    return html;
  }
  if (isValidElement(node)) return elementHtml(node as ReactElement<Props>);
  throw new Error("Only elements, text and lists of them can be drawn as plain HTML.");
}

function elementHtml({ type, props }: ReactElement<Props>): string {
  if (type === Fragment) return staticHtml(props.children as ReactNode);
  if (typeof type === "function") {
    if ("$$typeof" in type) throw new Error("A client component cannot stand inside plain HTML.");
    return staticHtml((type as (props: Props) => ReactNode)(props));
  }
  if (typeof type !== "string") throw new Error("Only elements and plain functions can be drawn as plain HTML.");
  const inside = innerHtml(type, props);
  return VOID.has(type) ? `<${type}${attributes(type, props)}/>` : `<${type}${attributes(type, props)}>${inside}</${type}>`;
}

function innerHtml(type: string, props: Props): string {
  const raw = props.dangerouslySetInnerHTML as { __html: string } | undefined;
  if (raw) return raw.__html;
  if (type === "textarea") return escaped(text(props.value ?? props.defaultValue ?? ""));
  if (type === "select" && (props.value ?? props.defaultValue) !== undefined) throw new Error("Mark the option itself as selected.");
  return staticHtml(props.children as ReactNode);
}

function attributes(type: string, props: Props): string {
  let html = "";
  for (const prop in props) {
    const value = props[prop];
    if (value === undefined || value === null || LEFT_OUT.has(prop)) continue;
    if (type === "textarea" && (prop === "value" || prop === "defaultValue")) continue;
    html += attribute(prop, value);
  }
  return html;
}

type Written = { name: string; as: "flag" | "word" | "address" | "text" };
const WRITTEN = new Map<string, Written>();

/** How a prop is written; each is looked at once. Throws where nobody has said so. */
function writtenAs(prop: string): Written {
  const isFree = prop.startsWith("data-") || prop.startsWith("aria-");
  const name = NAMES[prop] ?? prop;
  if (!isFree && name === prop && !/^[a-z][a-z0-9-]*$/.test(prop) && name !== "viewBox") throw new Error(`The attribute ${prop} is not known to plain HTML.`);
  const written: Written = { name, as: isFree || WORDS.has(name) ? "word" : FLAGS.has(name) ? "flag" : ADDRESSES.has(name) ? "address" : "text" };
  if (WRITTEN.size < 500) WRITTEN.set(prop, written);
  return written;
}

function attribute(prop: string, value: unknown): string {
  if (prop === "style") return styleHtml(value as Props);
  const { name, as } = WRITTEN.get(prop) ?? writtenAs(prop);
  if (typeof value === "function" || typeof value === "symbol") throw new Error(`The attribute ${prop} is a function: plain HTML has no handlers.`);
  if (as === "flag") return value ? ` ${name}=""` : "";
  if (typeof value === "boolean") return as === "word" ? ` ${name}="${String(value)}"` : value ? ` ${name}=""` : "";
  if (as === "address" && SCRIPT.test(text(value).replace(/[\u0000- ]/g, ""))) throw new Error("A script is no address.");
  return ` ${name}="${escaped(text(value))}"`;
}

function styleHtml(style: Props): string {
  const parts: string[] = [];
  for (const name in style) {
    const value = style[name];
    if (value === undefined || value === null || value === "" || typeof value === "boolean") continue;
    const isCustom = name.startsWith("--");
    const unit = typeof value === "number" && value !== 0 && !isCustom && !UNITLESS.has(name) ? "px" : "";
    parts.push(`${isCustom ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${text(value).trim()}${unit}`);
  }
  return parts.length > 0 ? ` style="${escaped(parts.join(";"))}"` : "";
}

const text = (value: unknown): string => (typeof value === "string" ? value : String(value as string | number));

/** Browsers leave spaces and control characters out of an address. */
const SCRIPT = /^javascript:/i;
const SPECIAL = /["'&<>]/;
const ESCAPES: Record<string, string> = { '"': "&quot;", "'": "&#x27;", "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (value: string): string => (SPECIAL.test(value) ? value.replace(/["'&<>]/g, (sign) => ESCAPES[sign] ?? sign) : value);
