import { expect, test } from "./fixtures";
import { be, freshHandover } from "./handover";

const NOBODY = "01900000-0000-7000-8000-000000000000";
const SENTENCE = "There is nothing at this address, or it is not yours to see.";

test("what is not there, or is not theirs, says so within the frame, and the way on is beside it", async ({ page, quietly, expectAccessible }) => {
  quietly(/404/);
  await be(page, "Rui Carvalho");
  await page.goto(`/deals/${NOBODY}`);
  await expect(page.getByText(SENTENCE)).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Inbox/ }).first().click();
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  await page.goto("/no-such-page");
  await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a stale or foreign address says so, with its status and the way on", async ({ page, quietly }) => {
    quietly(/404/);
    const draft = await freshHandover(11, "draft");
    await page.goto("/sign-in");
    await page.getByRole("listitem").filter({ has: page.getByText(draft.pm, { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    const nav = page.getByRole("navigation", { name: "Main", exact: true });
    for (const path of [
      `/deals/${NOBODY}`, `/clients/${NOBODY}`, `/handovers/${NOBODY}/review`, `/asked/${NOBODY}`, "/policies/no-such-policy", `/handovers/new?deal=${NOBODY}`,
      `/handovers/${draft.id}`, `/handovers/${draft.id}/brief/scope`, `/handovers/${draft.id}/versions/1`, // a draft is its sellers' alone
    ]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByText(SENTENCE), path).toBeVisible();
      await expect(page.getByRole("heading", { level: 1, name: "Not found" }), path).toBeAttached();
      await expect(nav, path).toBeVisible();
    }
    for (const path of [`/deals/${NOBODY}/options/versions/1`, "/no-such-page"]) { // outside the frame
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { name: "Nothing is here" }), path).toBeVisible();
    }
    await page.getByRole("link", { name: "Go to my work" }).click();
    await expect(nav).toBeVisible();
  });

  test("a page that is not for this person says why, and who can change that", async ({ page, quietly }) => {
    quietly(/403/);
    await page.goto("/sign-in");
    await page.getByRole("listitem").filter({ has: page.getByText("Rui Carvalho", { exact: true }) }).first().getByRole("button", { name: /^Be / }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    for (const path of ["/admin/people", "/admin/templates", "/admin/history", "/admin/people/new"]) {
      expect((await page.goto(path))?.status(), path).toBe(403);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expect(page.getByText("Any admin can give you the role.", { exact: false }), path).toBeVisible();
    }
  });
});
