import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ICON_NAMES, SPRITE } from "@/components/ui/icon-names";

const sprite = readFileSync("public/icons.svg", "utf8");

test("every icon that can be named is drawn in the sprite, once", () => {
  const drawn = Array.from(sprite.matchAll(/<symbol id="([^"]+)"/g), (match) => match[1]);
  expect(drawn).toEqual([...ICON_NAMES]);
});

test("the sprite's address changes with its content", () => {
  const version = createHash("sha256").update(sprite).digest("hex").slice(0, 8);
  expect(SPRITE).toBe(`/icons.svg?v=${version}`);
});
