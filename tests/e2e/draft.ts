import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

let count = 0;
export const unique = (name: string) => `${name} ${Date.now().toString(36)}${count++}`;

/** A client, its deal and the draft, from nothing; answers with the address of the brief. */
export async function startDraft(page: Page, client: string, team = "WordPress"): Promise<string> {
  await page.goto("/handovers/new");
  await page.getByText("From nothing").click();
  await page.getByLabel("Client", { exact: true }).fill(client);
  await page.getByLabel("Name", { exact: true }).fill("Marta Ek");
  await page.getByLabel("Deal", { exact: true }).fill("New website");
  await page.getByLabel(team, { exact: true }).check();
  await page.getByRole("button", { name: "Create both and start the handover" }).click();
  await page.getByRole("button", { name: "Start the handover" }).click();
  await expect(page.getByRole("heading", { name: "Brief of New website" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The form listens to what is typed. */
export const openSection = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.locator("form[data-ready=true]")).toBeVisible();
};
export const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ });
/** What still lies on this device. */
export const unsaved = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")));
export const goals = (page: Page) => page.getByLabel("Goals, in the client's words", { exact: true });

/** Something believable in every question that must be answered, by the kind of its control. */
export async function answerWhatIsNeeded(page: Page) {
  const answers = page.locator("[data-answer]:not([data-blank] *):visible").filter({ hasNotText: "(optional)" });
  for (let index = 0; index < (await answers.count()); index++) {
    const answer = answers.nth(index);
    if (await isAnswered(answer)) continue;
    const controls = answer.locator("[data-part=value]:visible");
    const label = (await answer.getAttribute("data-answer")) ?? "";
    switch (await answer.getAttribute("data-type")) {
      case "teams": await answer.getByLabel("None", { exact: true }).check(); break;
      case "yesNo": await answer.getByLabel(label === "promises.none" ? "Yes" : "No", { exact: true }).check(); break;
      case "choices": await controls.first().check(); break;
      case "date": await controls.first().fill("2027-04-01"); break;
      case "money": await controls.first().fill("42 000.50"); break;
      case "number": await controls.first().fill("3"); break;
      case "url": await controls.first().fill("https://www.example.com/"); break;
      case "choice":
        if ((await controls.first().getAttribute("type")) === "radio") await controls.first().check();
        else await controls.first().selectOption({ index: 1 });
        break;
      default: await controls.first().fill(`What Marta Ek said about ${label} on Monday`);
    }
  }
}

const isAnswered = (answer: Locator) =>
  answer.evaluate((element) => [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-part=value]")].some((one) =>
    one instanceof HTMLInputElement && /radio|checkbox/.test(one.type) ? one.checked : one.value !== ""));
