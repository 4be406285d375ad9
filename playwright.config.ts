import { defineConfig } from "@playwright/test";

const [TEMPLATES, POLICIES] = [/templates\.spec/, /policies\.spec/];

/**
 * `npm test` starts the portals and names them in the environment: E2E_BASE_URL with the sample organisation ready,
 * E2E_SETUP_URL the set-up link of another one that is still empty. To run some files only:
 * `npm test -- --only e2e tests/e2e/sign-in.spec.ts`.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  retries: 1, // a slow machine may miss a moment; what passes only then is named at the end
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  // What changes a policy of the sample for everybody comes after all the others, one after the other; alone where files are named (`--no-deps`).
  projects: [
    { name: "chromium", testIgnore: [TEMPLATES, POLICIES], use: { browserName: "chromium", viewport: { width: 1280, height: 900 } } },
    { name: "templates", testMatch: TEMPLATES, dependencies: ["chromium"], use: { browserName: "chromium", viewport: { width: 1280, height: 900 } } },
    { name: "policies", testMatch: POLICIES, dependencies: ["templates"], use: { browserName: "chromium", viewport: { width: 1280, height: 900 } } },
  ],
});
