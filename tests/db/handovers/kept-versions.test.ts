import { getHandover } from "@/lib/handovers/queries/handover";
import { getFirstCall } from "@/lib/handovers/queries/first-call";
import { keptVersions } from "@/lib/handovers/queries/kept-versions";
import { getReviewPage } from "@/lib/handovers/queries/review-page";
import { newId } from "@/lib/platform/ids";
import { VERSION_ONE } from "@/lib/policies/defaults/version-one";
import { asUser, expect, test } from "../../support/db";
import { aDraft, aSubmitted } from "../../support/factories/handovers";

test("B6, B7 what is computed names the version that computed it: a draft the one in force, a submitted brief the one that it keeps", async ({ db }) => {
  const draft = await aDraft(db);
  const submitted = await aSubmitted(db);
  for (const kind of ["ATTENDEE_PARAMETERS", "CLOCKS"] as const)
    await db.policyVersion.create({ data: { id: newId(), kind, version: 7, status: "PUBLISHED", content: VERSION_ONE[kind] as object } });
  const ctx = await asUser(draft.sam, db);
  expect(await keptVersions(ctx, await getHandover(ctx, draft.id))).toEqual({ rubric: 1, checklist: 1, attendees: 7, clocks: 7 });
  const seller = await asUser(submitted.sam, db);
  const head = await getHandover(seller, submitted.id);
  expect(await keptVersions(seller, head)).toEqual({ rubric: 1, checklist: 1, attendees: 1, clocks: 1 });
  expect((await getFirstCall(seller, head)).version).toBe(1);
  expect((await getReviewPage(await asUser(submitted.pia, db), { id: submitted.id })).versions).toEqual({ rubric: 1, checklist: 1, attendees: 1, clocks: 1 });
});
