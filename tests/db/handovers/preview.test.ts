import { describe } from "vitest";
import { getPreview } from "@/lib/handovers/queries/preview";
import { getReview } from "@/lib/handovers/queries/review";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { asUser, eventTypes, expect, test } from "@/tests/support/db";
import { aDraft, aSubmitted } from "@/tests/support/factories/handovers";

describe("the brief as its PM will see it (P1.2)", () => {
  test("P1.2 shows those who write it exactly what the PM reads once it is submitted, and changes nothing", async ({ db }) => {
    const { id, sam, sue, pia, revision } = await aDraft(db, { answers: { "commercial.payment": "Half now, half later" } });
    const before = await eventTypes(db, id);
    const preview = await getPreview(await asUser(sam, db), id);
    expect((await getPreview(await asUser(sue, db), id)).sections).toEqual(preview.sections);
    expect(await eventTypes(db, id)).toEqual(before);
    expect(preview.sections.flatMap(({ fields }) => fields).find((field) => field.id === "commercial.payment")?.text).toBe("Half now, half later");
    await submitHandover(await asUser(sam, db), { id, revision });
    const { sections, topThree, promises } = await getReview(await asUser(pia, db), { id });
    expect({ sections: preview.sections, topThree: preview.topThree, promises: preview.promises }).toEqual({ sections, topThree, promises });
  });

  test("P1.2 is NOT_FOUND for everybody else, and says why once the brief cannot be changed", async ({ db }) => {
    const { id, sam, pia, bea, dev } = await aSubmitted(db);
    for (const nobody of [pia, bea, dev]) await expect(getPreview(await asUser(nobody, db), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getPreview(await asUser(sam, db), id)).toMatchObject({ refusal: { code: "CONFLICT", rule: "B4" }, sections: [] });
  });
});
