import type { Page } from "@playwright/test";
import { be, toast } from "./handover";
import { expect, test } from "./fixtures";

const STAMP = Date.now().toString(36);
const DEAL = `Stock and prices ${STAMP}`;

/** A new deal of Priscila's, whose sales manager is Marcus. */
async function newDeal(page: Page, name: string): Promise<string> {
  await be(page, "Priscila Araújo");
  await page.goto("/deals/new");
  await page.getByLabel("Client", { exact: true }).selectOption({ label: "Dockside Coffee Roasters" });
  await page.getByLabel("Deal", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create deal" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("P5.1, P5.2: evidence earns points, a wrong date loses nothing typed, and only the sales manager grants against the rule", async ({ page, expectAccessible }) => {
  const path = await newDeal(page, DEAL);
  await page.getByLabel("What happens next").fill("Call about the stock");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Saved")).toBeVisible();

  await page.getByRole("link", { name: "Traction" }).click();
  await expect(page.getByText("Traction is 0 of 8. Delivery people are left alone for now (P5.2).")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Record Need in their words" }).click();
  await expect(page.getByRole("radio", { name: /Need in their words/ })).toBeChecked();
  await page.getByLabel("What did they say or do?").fill("“We pack from paper.”");
  await page.getByLabel("When was it?").fill("2020-01-01");
  await page.getByRole("button", { name: "Record evidence" }).click();
  await page.getByRole("link", { name: "Enter a date within the last two years." }).click();
  await expect(page.getByLabel("When was it?")).toBeFocused();
  await expect(page.getByLabel("What did they say or do?")).toHaveValue("“We pack from paper.”");
  await expectAccessible(page);
  await page.getByLabel("When was it?").fill(new Date().toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Record evidence" }).click();
  await expect(page.getByText("Traction is 1 of 8.")).toBeVisible();
  await page.getByRole("button", { name: /^Grant involvement/ }).click();
  await expect(page.getByText(/Only a sales manager of the contact owner's or deal owner's team/)).toBeVisible();

  await be(page, "Marcus Bell");
  await page.goto(`${path}/traction`);
  await page.getByRole("radio", { name: "Written answers" }).check();
  await page.getByLabel("Until").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel("Why against the rule?").fill("One sentence about their till decides it.");
  await page.getByRole("button", { name: "Grant", exact: true }).click();
  await expect(page.getByText("Granted against the rule").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Revoke Written answers" }).click();
  await page.getByLabel("Why does it end now?").fill("They went with their till.");
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByText("Revoked", { exact: true }).first()).toBeVisible();
});

test.describe("on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  test("P5.6: a deal is moved and parked from the board, and new evidence revives it to the stage that it had", async ({ page }) => {
    const name = `Till and shop ${STAMP}`;
    const become = async () => {
      await page.goto("/sign-in");
      await page.getByRole("listitem").filter({ has: page.getByText("Priscila Araújo", { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    };
    await become();
    await page.goto("/deals/new");
    await page.getByLabel("Client", { exact: true }).selectOption({ label: "Dockside Coffee Roasters" });
    await page.getByLabel("Deal", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Create deal" }).click();
    const columnOf = (stage: string) => page.getByRole("region", { name: stage }).getByRole("listitem").filter({ hasText: name });
    await page.goto(`/deals/board?search=${encodeURIComponent(name)}`);
    await columnOf("Prospect").getByRole("button", { name: /^Move to/ }).click();
    await page.getByRole("button", { name: "Proposal", exact: true }).click();
    await expect(columnOf("Proposal")).toBeVisible();
    await page.goto(`/deals/board?search=${encodeURIComponent(name)}`);
    await columnOf("Proposal").getByRole("button", { name: /^Move to/ }).click();
    await page.getByRole("link", { name: "Park…" }).click();
    await page.getByLabel("Why", { exact: true }).fill("They are at the trade fair until March.");
    await page.getByRole("button", { name: "Park", exact: true }).click();
    await expect(page.getByText("Parked", { exact: true }).first()).toBeVisible();

    await page.getByRole("link", { name: "Traction" }).click();
    await page.getByRole("radio", { name: /They reply/ }).check();
    await page.getByLabel("What did they say or do?").fill("“The fair was good: let us go on.”");
    await page.getByRole("button", { name: "Record evidence" }).click();
    await expect(page.getByText("Proposal", { exact: true }).first()).toBeVisible();
    await expect(page.getByText("Traction is 1 of 8.")).toBeVisible();
  });
});

test("the board moves a deal by menu and by dragging, by keyboard too, without a finding", async ({ page, expectAccessible }) => {
  const name = `Roastery ${STAMP}`;
  await newDeal(page, name);
  await page.goto(`/deals/board?search=${encodeURIComponent(name)}`);
  const columnOf = (stage: string) => page.getByRole("region", { name: stage }).getByRole("listitem").filter({ hasText: name });
  await columnOf("Prospect").getByRole("button", { name: /^Move to/ }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Qualified", exact: true }).press("Enter");
  await expect(columnOf("Qualified")).toBeVisible();
  await columnOf("Qualified").dragTo(page.getByRole("region", { name: "Proposal" }));
  await expect(columnOf("Proposal")).toBeVisible();
  await columnOf("Proposal").dragTo(page.getByRole("region", { name: "Lost" }));
  await expect(page.getByRole("heading", { name: `Lost: ${name}` })).toBeVisible(); // losing asks why, first
  await expectAccessible(page);
});
