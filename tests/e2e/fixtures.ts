import AxeBuilder from "@axe-core/playwright";
import { type Page, test as base, expect } from "@playwright/test";

type Theme = "light" | "dark";
type Fixtures = {
  /** Messages that a test expects on the console, or that come from what it breaks on purpose: `quietly(/503/)`. */
  quietly: (expected: RegExp) => void;
  /** Checks the page as it stands with axe, in both themes; any finding fails the test. */
  expectAccessible: (page: Page) => Promise<void>;
};

/** Every browser test: an error on the console, an uncaught exception or a refused resource (CSP) fails it. */
export const test = base.extend<Fixtures & { watch: void }>({
  quietly: async ({}, provide, testInfo) => provide((expected) => void testInfo.annotations.push({ type: "quietly", description: expected.source })),
  watch: [
    async ({ context }, provide, testInfo) => {
      const seen: string[] = [];
      context.on("console", (message) => message.type() === "error" && seen.push(`${message.text()} (${message.location().url})`));
      context.on("weberror", (error) => seen.push(String(error.error().stack ?? error.error())));
      await provide();
      const expected = testInfo.annotations.filter(({ type }) => type === "quietly").map(({ description = "" }) => new RegExp(description));
      expect(seen.filter((line) => !expected.some((pattern) => pattern.test(line))), "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({}, provide) => provide(expectAccessibleIn),
});

async function expectAccessibleIn(page: Page): Promise<void> {
  for (const theme of ["light", "dark"] satisfies Theme[]) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    const findings = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}`));
    expect(findings, `findings of axe at ${page.url()} in the ${theme} theme`).toEqual([]);
  }
}

export { expect };
