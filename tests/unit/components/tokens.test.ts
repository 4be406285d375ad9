import { describe, expect, test } from "vitest";
import { DARK, LIGHT, type Token } from "@/tailwind.config";

/** Relative luminance of "#rrggbb", as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS: Token[] = ["canvas", "surface", "raised", "sunken", "hover"];
const TEXTS: Token[] = ["ink", "ink-2", "ink-3", "accent-ink", "success-ink", "warning-ink", "danger-ink"];

/** Text needs 4.5:1 (1.4.3); the edge of a control and the shapes of a chart need 3:1 (1.4.11). */
const PAIRS: [Token, Token, number][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [Token, Token, number] => [text, ground, 4.5])),
  ...(["accent", "success", "warning", "danger"] as const).flatMap((tone): [Token, Token, number][] => [
    [`${tone}-ink`, `${tone}-soft`, 4.5],
    ["ink", `${tone}-soft`, 4.5],
    ["ink-2", `${tone}-soft`, 4.5],
  ]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-danger", "danger", 4.5],
  ["on-danger", "danger-hover", 4.5],
  ...(["canvas", "surface", "raised"] as const).map((ground): [Token, Token, number] => ["line-strong", ground, 3]),
  ...([1, 2, 3, 4, 5, 6] as const).flatMap((n) => (["canvas", "surface"] as const).map((ground): [Token, Token, number] => [`chart-${n}`, ground, 3])),
];

describe.each([["light", LIGHT], ["dark", DARK]] as const)("the %s theme", (_, tokens) => {
  test.each(PAIRS)("%s on %s keeps at least %d:1", (front, ground, least) => {
    expect(contrast(tokens[front], tokens[ground])).toBeGreaterThanOrEqual(least);
  });
});

test("both themes name the same colours", () => {
  expect(Object.keys(DARK).sort()).toEqual(Object.keys(LIGHT).sort());
});
