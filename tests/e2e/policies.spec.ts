import { expect, test } from "./fixtures";
import { be } from "./handover";

test("B6: a rubric is drafted, shown with its effect, consented to by two managers, and the new version is used", async ({ page, expectAccessible }) => {
  await be(page, "Katarína Novotná");
  await page.goto("/policies");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Complexity rubric" }).click();
  await page.getByRole("button", { name: "Change it in a draft" }).or(page.getByRole("link", { name: "Change the draft" })).click();
  await expect(page.getByRole("heading", { name: "Draft of version 2", level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Standard begins at").fill("30");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByText("Complex must begin at more points than standard.").first()).toBeVisible();
  await expect(page.getByLabel("Standard begins at")).toHaveValue("30");
  await page.getByLabel("Standard begins at").fill("2");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByRole("heading", { name: "Past handovers that would be classed differently" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "9 points", exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Consent to version 2" }).click();
  await expect(page.getByText("Consented to this draft: Katarína Novotná.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Consent to version 2" })).toBeHidden();

  await be(page, "Sofia Lindqvist");
  await page.goto("/policies/complexity");
  await page.getByRole("button", { name: "Consent to version 2" }).click();
  await expect(page.getByRole("heading", { name: "Draft of version 2" })).toBeHidden();
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Versions side by side" }).click();
  await expect(page.getByRole("cell", { name: "2 points", exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/deals");
  await page.locator("tbody a[href^='/deals/']").first().click();
  await page.getByRole("link", { name: "Complexity", exact: true }).click();
  await expect(page.getByText(/By version \d of the rubric/)).toBeVisible();
  await expectAccessible(page);
});

test("P2.12, B6: when an item of the checklist applies is chosen line by line, in the draft, and taken away again", async ({ page, expectAccessible }) => {
  await be(page, "Katarína Novotná");
  await page.goto("/policies/checklist");
  await page.getByRole("button", { name: "Change it in a draft" }).or(page.getByRole("link", { name: "Change the draft" })).click();
  await expect(page.getByRole("heading", { name: /^Draft of version/, level: 1 })).toBeVisible(); // the page before it names the item, too
  await page.getByText("Share the client's page", { exact: true }).click();
  await page.getByRole("link", { name: "Change when it applies to clientPage" }).click();
  await expect(page.getByText("Always on the list.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("It asks about").selectOption({ label: "Complexity" });
  await page.getByRole("checkbox", { name: "complex", exact: true }).check();
  await page.getByRole("button", { name: "Add the line" }).click();
  await expect(page.getByText("On the list when the work is complex.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/policies/checklist");
  await expect(page.getByRole("cell", { name: "when the work is complex" })).toBeVisible();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("cell", { name: "when the work is complex" })).toBeHidden();
});
