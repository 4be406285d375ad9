import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type Page, test as base, expect, type TestInfo } from "@playwright/test";

type Theme = "light" | "dark";
type Fixtures = {
  /** What was said on the console as an error until now, in whatever context. */
  watch: string[];
  /** Messages that a test expects on the console, or that come from what it breaks on purpose: `quietly(/503/)`. */
  quietly: (expected: RegExp) => void;
  /** Checks the page as it stands with axe, in both themes unless told otherwise; any finding fails the test. */
  expectAccessible: (page: Page, themes?: readonly Theme[]) => Promise<void>;
};

/** What no test needs to expect, each with its reason. */
const NEVER_A_FAULT = [
  /401.*\/api\/live/, // a page that hears of changes may ask once more before it leaves a session that is over
];

/** Every browser test: an error on the console, an uncaught exception, a page drawn anew because it differed, or a refused resource (CSP) fails it, in whatever context. */
export const test = base.extend<Fixtures>({
  quietly: async ({}, provide, testInfo) => provide((expected) => void testInfo.annotations.push({ type: "quietly", description: expected.source })),
  watch: [
    async ({ browser, context }, provide, testInfo) => {
      const seen: string[] = [];
      const listen = (one: BrowserContext) => {
        one.on("console", (message) => message.type() === "error" && seen.push(`${message.text()} (${message.location().url})`));
        one.on("weberror", (error) => seen.push(String(error.error().stack ?? error.error())));
        return one;
      };
      listen(context);
      const open = browser.newContext.bind(browser);
      browser.newContext = async (options) => listen(await open(options)); // other people's browsers, and phones
      await provide(seen);
      browser.newContext = open;
      expect(faultsIn(seen, testInfo), "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({}, provide) => provide(expectAccessibleIn),
});

/** What fails a test: errors that it does not expect. */
export function faultsIn(seen: readonly string[], { annotations }: TestInfo): string[] {
  const expected = [...NEVER_A_FAULT, ...annotations.filter(({ type }) => type === "quietly").map(({ description = "" }) => new RegExp(description))];
  return seen.filter((line) => !expected.some((pattern) => pattern.test(line)));
}

/** Another theme is other colours on the same elements, so the rest is asked once. */
const COLOURS = ["color-contrast", "link-in-text-block"];

async function expectAccessibleIn(page: Page, themes: readonly Theme[] = ["light", "dark"]): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const analyse = () => {
      const axe = new AxeBuilder({ page });
      return (theme === themes[0] ? axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]) : axe.withRules(COLOURS)).analyze();
    };
    // a page that is left while it is looked at is looked at once more, where it led
    const { violations } = await analyse().catch(async () => page.waitForLoadState().then(analyse));
    const findings = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}`));
    expect.soft(findings, `findings of axe at ${page.url()} in the ${theme} theme`).toEqual([]);
  }
}

export { expect };
