import { expect, test } from "./fixtures";
import { be, freshHandover, openLive, toast } from "./handover";

const [SALES_MANAGER, DELIVERY_MANAGER] = ["Sofia Lindqvist", "Katarína Novotná"];
const BANNER = /^Two returns for the same reason: .* have been asked to help/;

test("P1.10: a second return for the same reason brings both managers in: each has a notice that leads there, and all pages say so", async ({ page, expectAccessible }) => {
  test.slow();
  const { id, deal, pm, seller } = await freshHandover(11);
  const asked = page.getByText(BANNER);
  for (const round of [1, 2]) {
    await be(page, pm);
    await openLive(page, `/handovers/${id}/review`);
    await page.getByRole("button", { name: "Return", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Return the brief" });
    await dialog.getByLabel("What is it about?").selectOption("scope.inScope");
    await dialog.getByLabel("What is needed").fill(`Which of the ten languages come first? Asked for time ${String(round)}.`);
    await dialog.getByLabel("Reason").selectOption("UNCLEAR");
    await dialog.getByRole("button", { name: "Return the brief" }).click();
    await expect(toast(page, "Returned to the contact owner.")).toBeVisible();
    if (round === 2) continue;
    await be(page, seller);
    await page.goto(`/handovers/${id}`);
    await expect(page.getByText("Returned", { exact: true }).first()).toBeVisible();
    await expect(asked).toHaveCount(0); // once is no reason yet
    await page.goto(`/handovers/${id}/check`);
    await page.getByRole("button", { name: "Resubmit" }).click();
    await expect(page).toHaveURL(/submitted/);
  }

  await be(page, seller);
  await expect(async () => { // the worker asks once nobody can undo the return any more
    await page.goto(`/handovers/${id}`);
    await expect(asked).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(asked).toContainText(SALES_MANAGER);
  await expect(asked).toContainText(DELIVERY_MANAGER);
  await expectAccessible(page);

  for (const manager of [SALES_MANAGER, DELIVERY_MANAGER]) {
    await be(page, manager);
    const notice = page.getByRole("listitem").filter({ hasText: deal }).filter({ hasText: "to help: it was returned twice for the same reason" });
    await expect(async () => {
      await page.goto("/notifications");
      await expect(notice).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 40_000 });
    await notice.getByRole("button", { name: /^Open/ }).click();
    await expect(page).toHaveURL(new RegExp(id));
    await expect(asked).toBeVisible();
    await page.goto("/reports/pipeline");
    await expect(page.getByRole("row").filter({ hasText: deal }).first()).toBeVisible(); // on the manager's board
  }
});
