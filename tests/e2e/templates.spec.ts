import type { Page } from "@playwright/test";
import { FIELD_TYPES } from "@/lib/policies/fields";
import { keyFrom } from "@/lib/policies/rules/template-edit";
import { expect, test } from "./fixtures";
import { be, freshHandover, toast, type Fresh } from "./handover";
import { addField, addLine, beginDraft, openTemplate, OPTIONS } from "./template";

// One template's life, in order: each test goes on from the one before, and a try anew begins with the first. Runs after all
// others: it changes what every brief for WordPress asks.
test.describe.configure({ mode: "serial" });

/** What this try adds to its names: what the one before has published stays. */
let mark = "";
test.beforeEach(({}, { retry }) => { mark = retry === 0 ? "" : ` ${String(retry + 1)}`; });

type Type = keyof typeof FIELD_TYPES;
const TYPES = Object.keys(FIELD_TYPES) as Type[];
const labelOf = (type: Type) => `New${mark}: ${FIELD_TYPES[type].label.toLowerCase()}`;
const bought = () => `What the client has bought${mark}`;

let fresh: Fresh;
/** Of the draft that is published. */
let version = 0;

/** A field of the journey in a form, as WordPress asks it. */
const answer = (page: Page, type: Type) => page.locator(`[data-answer='custom.wordpress.${keyFrom(labelOf(type), new Set())}']`);

test("B6: an admin adds a field of every type in a draft, rewords a core field, says when each is asked, and core fields stay", async ({ page, expectAccessible }) => {
  test.setTimeout(420_000);
  fresh = await freshHandover(11, "draft"); // begun on the version in force now
  await be(page, "Katarína Novotná");
  await beginDraft(page);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Edit the sentence of Scope" }).click();
  await expectAccessible(page);
  await page.getByLabel("Why delivery asks for this section").fill(`What is in, and what is not, in one reading${mark}.`);
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByText(`What is in, and what is not, in one reading${mark}.`)).toBeVisible();

  await page.getByRole("link", { name: "Add a field to Scope" }).click();
  await expectAccessible(page);
  const seats = `<b>Seats</b> & “more”${mark}`;
  await page.getByLabel("Label", { exact: true }).fill(seats);
  await page.getByLabel("Why delivery asks").fill("A missing seat is found on the day of the training.");
  await page.getByLabel("Example").fill("Twelve, of which two are for the agency.");
  await page.getByLabel("Answer", { exact: true }).selectOption("choice");
  await page.getByLabel("Options", { exact: false }).last().fill("Only one");
  await page.getByRole("button", { name: "Add the field" }).click();
  await page.getByRole("link", { name: "Give at least two options, one on each line." }).click();
  await expect(page.getByLabel("Label", { exact: true })).toHaveValue(seats);
  await expectAccessible(page);
  await page.getByLabel("Options", { exact: false }).last().fill(OPTIONS);
  await page.getByRole("button", { name: "Add the field" }).click();
  await expect(page.getByRole("link", { name: seats, exact: true })).toBeVisible(); // as text
  for (const type of TYPES) await addField(page, { type, label: labelOf(type) });

  await page.locator("[id='scope.inScope'] a").click();
  await expect(page.getByText("The rules of the portal need this answer")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Remove from the template|Leave it out)$/ })).toHaveCount(0);
  await expect(page.getByLabel("Answer", { exact: true })).toHaveCount(0);
  await page.getByLabel("Label", { exact: true }).fill(bought());
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: bought() }).getByText("reworded")).toBeVisible();

  await addLine(page, labelOf("text"), "asked", { subject: labelOf("choice"), values: ["Staging"] });
  await expect(page.getByText(`Asked when “${labelOf("choice")}” is Staging.`)).toBeVisible();
  await expectAccessible(page);
  await openTemplate(page);
  await addLine(page, labelOf("number"), "required", { subject: labelOf("yesNo"), values: ["Yes"] });
  await expect(page.getByText(`Required when “${labelOf("yesNo")}” is yes.`)).toBeVisible();
});

test("B6: what no brief could meet is said before publishing, each a link to its field", async ({ page, expectAccessible }) => {
  test.slow();
  await be(page, "Katarína Novotná");
  await openTemplate(page);
  await addField(page, { label: `Passing by${mark}`, type: "text" });
  await addLine(page, labelOf("date"), "asked", { subject: labelOf("url") });
  await openTemplate(page);
  await addLine(page, labelOf("url"), "asked", { subject: labelOf("date") });
  await openTemplate(page);
  await addLine(page, labelOf("person"), "asked", { subject: `Passing by${mark}` });
  await openTemplate(page);
  await page.getByRole("link", { name: `Passing by${mark}`, exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove from the template" }).click();
  await expect(toast(page, "Field removed")).toBeVisible();

  await page.getByRole("link", { name: "Check and publish" }).click();
  await expect(page.getByRole("link", { name: /are shown depending on each other, so none of them could ever appear/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Publish version/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: new RegExp(`^“${labelOf("person")}” is shown depending on`) }).click();
  await page.getByRole("link", { name: "Change when it is asked" }).click();
  await page.getByRole("button", { name: "Always", exact: true }).click();
  await expect(page.getByText("Always asked.")).toBeVisible();
  await openTemplate(page);
  await page.getByRole("link", { name: labelOf("date"), exact: true }).click();
  await page.getByRole("link", { name: "Change when it is asked" }).click();
  await page.getByRole("button", { name: "Remove line 1" }).click();
  await expect(page.getByText("Always asked.")).toBeVisible();
});

test("P1.9: two tabs of an admin, or two admins, at one field see both versions, what only one changed stands, and nothing typed is lost", async ({ page, context, expectAccessible }) => {
  await be(page, "Katarína Novotná");
  await openTemplate(page);
  await page.getByRole("link", { name: labelOf("number"), exact: true }).click();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Label", { exact: true }).fill(`Seats that were bought${mark}`);
  await other.getByLabel("Help").fill("As on the invoice.");
  await other.getByRole("button", { name: "Save in the draft" }).click();
  await expect(other.getByRole("link", { name: `Seats that were bought${mark}`, exact: true })).toBeVisible();

  await page.getByLabel("Label", { exact: true }).fill(`Seats of the plan${mark}`);
  await page.getByRole("button", { name: "Save in the draft" }).click();
  const both = page.getByRole("group", { name: "You have changed this draft yourself since you read it, in another tab or on another device" });
  await expect(both).toBeFocused();
  await expect(both.getByRole("definition").filter({ hasText: `Seats that were bought${mark}` })).toBeVisible();
  await expect(both.getByRole("definition").filter({ hasText: `Seats of the plan${mark}` })).toBeVisible();
  await expect(page.getByLabel("Help")).toHaveValue("As on the invoice.");
  await expect(page.getByLabel("Label", { exact: true })).toHaveValue(`Seats of the plan${mark}`);
  await expectAccessible(page);
  await both.getByRole("button", { name: "Save what stands below" }).click();
  await expect(page.getByRole("link", { name: `Seats of the plan${mark}`, exact: true })).toBeVisible();
});

test("B6: the draft is tried out, ordered with the keyboard, published, and one sees who uses which", async ({ page, expectAccessible }) => {
  test.slow();
  await be(page, "Katarína Novotná");
  await openTemplate(page);
  const names = page.locator("#scope li[id^='custom.'] a");
  const before = await names.allInnerTexts();
  await page.getByRole("button", { name: `Move up: ${before[1] ?? ""}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(names.first()).toHaveText(before[1] ?? "");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", /^Move (up|down): /);

  await page.getByRole("link", { name: "As the seller sees it" }).click();
  await page.getByRole("link", { name: "Scope", exact: true }).click();
  await expect(answer(page, "longText")).toBeVisible();
  await expect(answer(page, "text")).toBeHidden();
  await answer(page, "choice").getByLabel("Staging", { exact: true }).check();
  await expect(answer(page, "text")).toBeVisible();
  await expect(answer(page, "file").locator("[data-file-input]")).toBeAttached();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });

  await openTemplate(page);
  await page.getByRole("link", { name: "Check and publish" }).click();
  await expect(page.getByText(bought()).first()).toBeVisible();
  await expectAccessible(page);
  const publish = page.getByRole("button", { name: /^Publish version \d+$/ });
  version = Number(/\d+/.exec(await publish.innerText())?.[0]);
  await publish.click();
  await expect(page.getByText(`Version ${String(version)} is in force.`, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Who uses which" }).click();
  await page.getByRole("row", { name: new RegExp(`^Version ${String(version - 1)} `) }).getByRole("link", { name: new RegExp(`drafts? on version ${String(version - 1)}`) }).click();
  await expect(page.getByRole("heading", { name: new RegExp(`on version ${String(version - 1)}$`) })).toBeVisible();
  await expectAccessible(page);
});

test("B6: a seller's draft stays on its version, is moved up by its seller, loses nothing, and the new fields reach review and PDF", async ({ page, expectAccessible }) => {
  test.slow();
  await be(page, fresh.seller);
  const brief = `/handovers/${fresh.id}/brief`;
  const scope = async () => {
    await page.goto(`${brief}/scope`);
    await expect(page.locator("form[data-ready=true]")).toBeVisible();
  };
  await scope();
  await expect(answer(page, "longText")).toHaveCount(0);
  const out = page.locator("[data-answer='scope.outOfScope'] [data-part=value]").first();
  await out.fill("Photography, as Marta said on Monday");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d$/ })).toBeVisible();

  await page.goto(brief);
  await expect(page.getByText(`WordPress has published version ${String(version)} of its template.`)).toBeVisible();
  await page.getByRole("link", { name: "See what would change" }).click();
  await expect(page.getByRole("heading", { name: "Asked from then on" })).toBeVisible();
  await expect(page.getByText(labelOf("longText"), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: `Move to version ${String(version)}` }).click();
  await expect(page.getByText("This brief uses the newest template of each of its teams.")).toBeVisible();

  await scope();
  await expect(out).toHaveValue("Photography, as Marta said on Monday");
  await expect(page.getByText(bought(), { exact: true }).first()).toBeVisible();
  await page.locator("summary", { hasText: "more questions, all optional" }).click();
  await answer(page, "longText").locator("textarea[data-part=value]").fill("A staging site first, then the live one.");
  await page.getByRole("heading", { level: 1 }).click();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("brief:")))).toEqual([]);
  await expectAccessible(page);

  await page.goto(`/handovers/${fresh.id}/check`);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page).toHaveURL(/submitted/);
  await be(page, fresh.pm);
  await page.goto(`/handovers/${fresh.id}/versions/1`);
  await expect(page.getByText("A staging site first, then the live one.").first()).toBeVisible();
  await expect(page.getByText(bought(), { exact: true }).first()).toBeVisible();
  const paper = await page.request.get((await page.getByRole("link", { name: "PDF", exact: true }).getAttribute("href")) ?? "");
  expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);
});
