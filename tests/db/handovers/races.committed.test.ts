import { describe } from "vitest";
import { chainProblem } from "@/lib/events/verify";
import { saveAnswers } from "@/lib/handovers/commands/answers";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { saveComment } from "@/lib/handovers/commands/comments";
import { acceptKey, returnHandover } from "@/lib/handovers/commands/decide";
import { mendTypo } from "@/lib/handovers/commands/mend";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, prisma, test, untriggered } from "../../support/db";
import { anAgency } from "../../support/factories/agency";
import { aDraft, answer, aReview, aWonDeal } from "../../support/factories/handovers";
import { aReviewByTwo } from "../../support/factories/two-reviewers";

const rounds = Array.from({ length: 50 }, (_, i) => i + 1);

describe("two decisions at once", () => {
  test.for(rounds)("P1.9 both keys turned, one of them twice: accepted, once (round %i)", async () => {
    const { id, pmAccepts, leadAccepts, status, events } = await aReviewByTwo();
    await Promise.all([pmAccepts(), leadAccepts(), pmAccepts()]);
    expect(await status()).toBe("ACCEPTED");
    expect(await events()).toEqual(["handover.submitted", "key.accepted", "handover.accepted"]);
    expect(await chainProblem(prisma, "HANDOVER", id)).toBeNull();
  });

  test.for(rounds)("P1.9 accept and return of one key: exactly one wins, the other is told who did what (round %i)", async () => {
    const { pmAccepts, pmReturns, leadAccepts, status, events } = await aReviewByTwo();
    await leadAccepts();
    const [accepted, returned] = await Promise.allSettled([pmAccepts(), pmReturns()]);
    const [won, lost] = accepted.status === "fulfilled" ? ["accepted", returned] : ["returned", accepted];
    expect(lost).toMatchObject({ reason: { code: "CONFLICT", message: expect.stringContaining(`Pia ${won} version 1`) } });
    expect(await status()).toBe(won.toUpperCase());
    expect(await events()).toEqual(["handover.submitted", "key.accepted", `handover.${won}`]);
  });
});

describe("comments and mended typos at once with decisions", () => {
  const some = rounds.slice(0, 5);
  const comment = { field: "scope.inScope", rowId: null, text: "And the shop?", reason: "MISSING" as const, suggestion: "", base: 0 };

  test.for(some)("P1.9 a return sent twice, from two devices, sends each comment once (round %i)", async () => {
    const { id, pia, pmKey } = await aReview();
    const pm = await asUser(pia);
    await saveComment(pm, { ...comment, id, keyId: pmKey, commentId: newId() });
    const send = () => returnHandover(pm, { id, keyId: pmKey, briefVersion: 1, points: [] });
    await Promise.all([send(), send(), send()]);
    expect(await prisma.returnPoint.count({ where: { handoverId: id } })).toBe(1);
    expect((await eventTypes(prisma, id)).filter((type) => type === "handover.returned")).toHaveLength(1);
  });

  test.for(some)("P1.9 two reviewers send at once: one returns, and the other's comments stay pending (round %i)", async () => {
    const { id, pia, lee, pmKey, leadKey } = await aReview();
    const sends = [[pia, pmKey], [lee, leadKey]].map(async ([who = "", keyId = ""]) => {
      const ctx = await asUser(who);
      await saveComment(ctx, { ...comment, id, keyId, commentId: newId() });
      return () => returnHandover(ctx, { id, keyId, briefVersion: 1, points: [] });
    });
    const results = await Promise.allSettled((await Promise.all(sends)).map((send) => send()));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma.reviewComment.groupBy({ by: ["sentAt"], where: { handoverId: id }, _count: true })).toHaveLength(2);
    expect(await prisma.returnPoint.count({ where: { handoverId: id } })).toBe(1);
  });

  test.for(some)("P1.9 a comment kept while it is sent is either sent as it was kept, or refused (round %i)", async () => {
    const { id, pia, pmKey } = await aReview();
    const pm = await asUser(pia);
    const commentId = newId();
    await saveComment(pm, { ...comment, id, keyId: pmKey, commentId });
    const typed = saveComment(pm, { ...comment, id, keyId: pmKey, commentId, base: 1, text: "And the blog?" });
    const [kept] = await Promise.allSettled([typed, returnHandover(pm, { id, keyId: pmKey, briefVersion: 1, points: [] })]);
    const sent = await prisma.reviewComment.findUniqueOrThrow({ where: { id: commentId } });
    const point = await prisma.returnPoint.findFirstOrThrow({ where: { handoverId: id } });
    expect(sent.sentAt).not.toBeNull();
    expect([sent.text, point.needed]).toEqual(kept.status === "fulfilled" && sent.revision === 2 ? ["And the blog?", "And the blog?"] : ["And the shop?", "And the shop?"]);
  });

  test.for(some)("P1.7 of two who mend at once, and one who accepts, exactly one changes the version under review (round %i)", async () => {
    const { id, pia, lee, sam, pmKey, leadKey, revision } = await aReview();
    const points = [{ field: "scope.inScope", reason: "UNCLEAR" as const, needed: "What?", suggestion: "" }];
    const back = await returnHandover(await asUser(pia), { id, keyId: pmKey, briefVersion: 1, points });
    expect(back.revision).toBe(revision + 1);
    await answer(prisma, { sam }, id, { "scope.inScope": "Definately five templates.", "technical.summary": "A block theme." });
    await submitHandover(await asUser(sam), { id, revision: back.revision });
    const seen = { id, briefVersion: 2, field: "scope.inScope", rowId: null, text: "Definitely five templates." };
    const results = await Promise.allSettled([
      mendTypo(await asUser(pia), { ...seen, keyId: pmKey }), mendTypo(await asUser(lee), { ...seen, keyId: leadKey }),
      acceptKey(await asUser(lee), { id, keyId: leadKey, briefVersion: 2, conditions: [] }),
    ]);
    const mended = results.slice(0, 2).filter(({ status }) => status === "fulfilled");
    expect(mended).toHaveLength(1);
    expect(await prisma.handover.findUnique({ where: { id } })).toMatchObject({ briefVersion: 3 });
    expect(await prisma.briefVersion.count({ where: { handoverId: id } })).toBe(3);
    for (const one of results) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "CONFLICT" });
    expect(await chainProblem(prisma, "HANDOVER", id)).toBeNull();
  });
});

describe("other races", () => {
  test("P1.9 two submits at once have one effect", async () => {
    const { id, sam, revision } = await aDraft();
    const ctx = await asUser(sam);
    const results = await Promise.all([1, 2, 3].map(() => submitHandover(ctx, { id, revision })));
    expect(new Set(results.map((one) => one.revision))).toEqual(new Set([revision + 1]));
    expect((await eventTypes(prisma, id)).filter((type) => type === "handover.submitted")).toHaveLength(1);
    expect(await prisma.briefVersion.count({ where: { handoverId: id } })).toBe(1);
  });

  test("P1.2 a handover begun twice at once is one handover", async () => {
    const agency = await anAgency(prisma);
    const dealId = await aWonDeal(prisma, agency);
    const ctx = await asUser(agency.sam);
    const begun = await Promise.all([1, 2, 3].map(() => beginHandover(ctx, { dealId })));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  });

  test("B1 the database itself allows one live handover per deal", async () => {
    const { dealId, sam, sue } = await aDraft();
    const second = prisma.handover.create({ data: { dealId, contactOwnerId: sam, dealOwnerId: sue, accountableId: sam } });
    await expect(second).rejects.toThrow(/Unique constraint|one_live_handover_per_deal/);
  });

  test("P1.3 two people typing one answer: one is kept, the other gets it back, nothing is overwritten", async () => {
    const { id, sam, sue } = await aDraft();
    const { revision } = await prisma.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } });
    const type = async (user: string, value: string) =>
      (await saveAnswers(await asUser(user), { id, changes: [{ field: "purpose.goals", rowId: null, base: revision, state: "VALUE", value }] })).answers[0];
    const both = await Promise.all([type(sam, "Sam's goals"), type(sue, "Sue's goals")]);
    expect(both.map((one) => one?.outcome).sort()).toEqual(["conflict", "saved"]);
    const kept = await prisma.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } });
    expect(kept).toMatchObject({ revision: revision + 1 });
    expect(both.find((one) => one?.outcome === "conflict")).toMatchObject({ current: { value: kept.value, by: kept.value === "Sam's goals" ? "Sam" : "Sue" } });
  });

  test("B4 what is typed while it is submitted is either in the version or refused", async () => {
    const { id, sam, sue, revision } = await aDraft();
    const typed = saveAnswers(await asUser(sue), { id, changes: [{ field: "client.history", rowId: null, base: 1, state: "VALUE", value: "Long." }] });
    const [saved] = await Promise.allSettled([typed, submitHandover(await asUser(sam), { id, revision })]);
    const { content } = await prisma.briefVersion.findUniqueOrThrow({ where: { handoverId_version: { handoverId: id, version: 1 } } });
    const isFrozen = JSON.stringify(content).includes('"Long."');
    const isKept = saved.status === "fulfilled" && saved.value.answers[0]?.outcome === "saved";
    expect(isFrozen).toBe(isKept);
  });
});

describe("undo", () => {
  const elevenSecondsPass = (id: string) => untriggered(`UPDATE "Event" SET at = at - interval '11 s' WHERE stream = $1`, [id]);

  test("B1 takes back the last key, with checklist and ledger, and it can be given again", async () => {
    const { id, pmAccepts, leadAccepts, leadUndoesAcceptance, status } = await aReviewByTwo();
    await pmAccepts();
    await leadAccepts();
    await leadUndoesAcceptance();
    expect(await status()).toBe("SUBMITTED");
    expect(await prisma.checklistItem.count({ where: { handoverId: id } })).toBe(0);
    expect(await leadAccepts()).toMatchObject({ status: "ACCEPTED" });
  });

  test("B1 takes back a key among others, and a return with its points", async () => {
    const { id, pmAccepts, pmUndoesAcceptance, pmReturns, pmUndoesReturn, status } = await aReviewByTwo();
    await pmAccepts();
    expect(await pmUndoesAcceptance()).toMatchObject({ status: "SUBMITTED" });
    await pmReturns();
    expect(await pmUndoesReturn()).toMatchObject({ status: "SUBMITTED" });
    expect(await prisma.returnPoint.count({ where: { handoverId: id, undoneAt: null } })).toBe(0);
    await pmReturns();
    expect(await status()).toBe("RETURNED");
  });

  test("B1 is refused once ten seconds have passed by the database's clock, or something followed", async () => {
    const { id, pmAccepts, leadAccepts, pmUndoesAcceptance, leadUndoesAcceptance, status } = await aReviewByTwo();
    await pmAccepts();
    await leadAccepts();
    await expect(pmUndoesAcceptance()).rejects.toMatchObject({ code: "CONFLICT", rule: "B1" });
    await elevenSecondsPass(id);
    await expect(leadUndoesAcceptance()).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("10 seconds") });
    expect(await status()).toBe("ACCEPTED");
  });
});
