import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

export const OPTIONS = "Staging\nLive";

/** The page of a team's template. */
export async function openTemplate(page: Page, team = "WordPress") {
  await page.goto("/admin/templates");
  await page.getByRole("link", { name: team, exact: true }).click();
  await expect(page.getByRole("heading", { name: `Template of ${team}` })).toBeVisible();
}

/** A draft of it that nothing is changed in yet; what a try before left behind is discarded. */
export async function beginDraft(page: Page, team?: string) {
  await openTemplate(page, team);
  const [left, begin] = [page.getByRole("button", { name: "Discard the draft" }), page.getByRole("button", { name: "Change it in a draft" })];
  await expect(left.or(begin)).toBeVisible();
  if (await left.isVisible()) await left.click();
  await begin.click();
  await expect(page.getByText("Nothing is changed yet.")).toBeVisible();
}

/** Fills in the form of a new field and sends it. */
export async function addField(page: Page, { label, type, section = "Scope" }: { label: string; type: string; section?: string }) {
  await page.getByRole("link", { name: `Add a field to ${section}` }).click();
  await page.getByLabel("Label", { exact: true }).fill(label);
  await page.getByLabel("Why delivery asks").fill("It is found out on the first day otherwise.");
  await page.getByLabel("Answer", { exact: true }).selectOption(type);
  if (type.startsWith("choice")) await page.getByLabel("Options", { exact: false }).last().fill(OPTIONS);
  await page.getByRole("button", { name: "Add the field" }).click();
  await expect(page.getByRole("link", { name: label, exact: true })).toBeVisible();
}

/** A line of a condition of a field, from the template's page. */
export async function addLine(page: Page, field: string, of: "asked" | "required", { subject, values = [] }: { subject: string; values?: string[] }) {
  await page.getByRole("link", { name: field, exact: true }).click();
  await page.getByRole("link", { name: of === "asked" ? "Change when it is asked" : "Change when it is required" }).click();
  await page.getByLabel("It asks about").selectOption({ label: subject });
  await page.getByRole("button", { name: "Continue" }).click(); // a change sends it too, once the page answers
  await expect(page.getByLabel(`“${subject}”`)).toBeVisible();
  if (values.length === 0) await page.getByLabel(`“${subject}”`).selectOption({ label: "is filled in" });
  for (const value of values) await page.getByLabel(value, { exact: true }).check();
  await page.getByRole("button", { name: "Add the line" }).click();
  await expect(page.getByText("The condition", { exact: true })).toBeVisible();
}
