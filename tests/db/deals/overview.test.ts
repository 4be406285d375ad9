import { describe } from "vitest";
import { setNextStep } from "@/lib/deals/commands/next-step";
import { listDealEvents } from "@/lib/deals/queries/timeline";
import { getDealBrief } from "@/lib/handovers/queries/deal-brief";
import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { asUser, expect, test } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDeal } from "../../support/factories/deals";
import { aDraft, anAccepted, aSubmitted } from "../../support/factories/handovers";

const CONTRACT = "commercial.contract";
const LINK = { name: "Contract 2030-01", url: "https://files.example/2030-01.pdf" };

describe("the history of a deal", () => {
  test("a long one comes in pages, the newest first, each line once and none left out", async ({ db }) => {
    const agency = await anAgency(db);
    const id = await aDeal(db, agency);
    const sam = await asUser(agency.sam, db);
    for (let revision = 1; revision <= 120; revision++) await setNextStep(sam, { id, revision, nextStep: `Step ${revision}`, nextStepOn: null });
    const pages: number[] = [];
    const seen: string[] = [];
    for (let before: number | undefined; pages.length < 10;) {
      const { events, older } = await listDealEvents(sam, { id, before });
      pages.push(events.length);
      seen.push(...events.map(({ id: event }) => event));
      if (older === null) break;
      before = older;
    }
    expect(pages).toEqual([50, 50, 20]);
    const written = await db.event.findMany({ where: { stream: id }, orderBy: { seq: "desc" }, select: { id: true } });
    expect(seen).toEqual(written.map((event) => event.id));
    await expect(listDealEvents(await asUser(agency.sue, db), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listDealEvents(sam, { id, before: 1 })).events).toEqual([]);
  });
});

describe("the brief of a deal, on its page", () => {
  test("P1.2 a draft says how much is filled in, and its writer goes on; whoever is in no relation to it finds nothing", async ({ db }) => {
    const { id, sam, dev, lin } = await aDraft(db);
    const at = { id, status: "DRAFT" as HandoverStatus };
    const brief = await getDealBrief(await asUser(sam, db), at);
    expect(brief).toMatchObject({ mayGoOn: true, progress: { required: { done: expect.any(Number), total: expect.any(Number) } } });
    expect(brief.progress?.required.total).toBeGreaterThan(0);
    for (const other of [dev, lin]) await expect(getDealBrief(await asUser(other, db), at)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("B4 documents are those of the version that the reader reads, as far as its fields are for them", async ({ db }) => {
    const { id, sam, pia, bea } = await anAccepted(db, { answers: { [CONTRACT]: LINK } });
    const at = { id, status: "ACCEPTED" as HandoverStatus };
    for (const reader of [sam, pia, bea])
      expect(await getDealBrief(await asUser(reader, db), at)).toMatchObject({ mayGoOn: false, progress: null, documents: [{ label: expect.any(String), name: LINK.name, href: LINK.url, upload: null }] });
    const review = await aSubmitted(db, { answers: { [CONTRACT]: LINK, "complexity.integration": "several" } });
    expect((await getDealBrief(await asUser(review.lee, db), { id: review.id, status: "SUBMITTED" })).documents).toEqual([]); // commercial, and not a lead's to read
  });

  test("B4 what a writer changes in a returned brief is theirs alone until it is submitted again", async ({ db }) => {
    const submitted = await aSubmitted(db, { answers: { [CONTRACT]: LINK } });
    await db.handover.update({ where: { id: submitted.id }, data: { status: "RETURNED" } });
    const upload = { name: "signed.pdf", document: newId(), version: 1, sha256: "0".repeat(64), size: 12 };
    await db.briefAnswer.updateMany({ where: { handoverId: submitted.id, field: CONTRACT }, data: { value: upload } });
    const at = { id: submitted.id, status: "RETURNED" as HandoverStatus };
    expect((await getDealBrief(await asUser(submitted.sam, db), at)).documents).toMatchObject([{ name: "signed.pdf", href: `/api/documents/${upload.document}`, upload: { version: 1, size: 12 } }]);
    const reviewer = await getDealBrief(await asUser(submitted.pia, db), at);
    expect([reviewer.progress, reviewer.documents.map(({ name }) => name)]).toEqual([null, [LINK.name]]);
  });
});
