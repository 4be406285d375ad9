import type { ReactNode } from "react";
import { cx } from "./cx";

/** The first letters of the first and last name: "Ana Maria Silva" is "AS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => Array.from(word ?? "")[0] ?? "");
  return letters.join("").toLocaleUpperCase("en") || "?";
}

/** Initials in a circle; the name stands beside it, so readers skip it. */
export function Avatar({ name, size = "md" }: { name: string; size?: "sm" | "md" | "lg" }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-medium text-ink-2 select-none",
        size === "sm" ? "size-5 text-[0.5625rem]" : size === "lg" ? "size-10 text-base" : "size-7 text-xs",
      )}
    >
      {initials(name)}
    </span>
  );
}

/** A person in words: initials, name, and a detail below (their part, their local time). */
export function Person({ name, detail, href, size = "md" }: { name: string; detail?: ReactNode; href?: string; size?: "sm" | "md" | "lg" }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2 text-start">
      <Avatar name={name} size={size} />
      <span className="min-w-0">
        {href ? <a href={href} className="rounded-sm font-medium hover:underline">{name}</a> : <span className={detail ? "font-medium" : undefined}>{name}</span>}
        {detail && <span className="block text-sm font-normal text-ink-2">{detail}</span>}
      </span>
    </span>
  );
}
