import fc from "fast-check";
import { describe } from "vitest";
import { eraseContact } from "@/lib/clients/commands";
import { returnHandover } from "@/lib/handovers/commands/decide";
import { removeRow } from "@/lib/handovers/commands/remove-row";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { FIELDS } from "@/lib/handovers/fields";
import { getHandover } from "@/lib/handovers/queries/handover";
import { getReading } from "@/lib/handovers/queries/reading";
import type { Db } from "@/lib/platform/db";
import { searchBriefs } from "@/lib/search/queries/briefs";
import { searchKind, searchFields } from "@/lib/search/rules/fields";
import { searchWords } from "@/lib/search/rules/words";
import { FIELD_TYPES, type FieldType } from "@/lib/policies/fields";
import { asUser, expect, test } from "../../support/db";
import { aDeal, aHandoverOf } from "../../support/factories/deals";
import { aDraft, answer, aReview, aRow, aSubmitted } from "../../support/factories/handovers";
import { settled } from "../../support/search";

const find = async (db: Db, person: string, q: string, more: { limit?: number; after?: number } = {}) => {
  await settled(db);
  const { rows, next } = await searchBriefs(await asUser(person, db), { q, limit: 20, ...more });
  return { ids: rows.map(({ id }) => id), rows, next };
};
const PEOPLE = ["sam", "sue", "bea", "pia", "max", "lee", "lin", "bo", "dev", "ada"] as const;

/** Whose search finds it. */
async function whoFinds(db: Db, agency: Record<(typeof PEOPLE)[number], string>, id: string, q: string): Promise<string[]> {
  const found: string[] = [];
  for (const one of PEOPLE) if ((await find(db, agency[one], q)).ids.includes(id)) found.push(one);
  return found;
}

describe("a word in a brief", () => {
  test("is found by those who read the field, and by nobody else", async ({ db }) => {
    const review = await aReview(db);
    const draft = await aDraft(db, { answers: { "scope.inScope": "Zitronenfalter for everybody", "commercial.specialTerms": "Quittenbrot only for the first year", "complexity.integration": "several" } });
    expect(await whoFinds(db, draft, draft.id, "Zitronenfalter")).toEqual(["sam", "sue", "bea"]);
    expect(await whoFinds(db, review, review.id, "Zitronenfalter")).toEqual([]);
  });

  test("of a commercial field is never found by a team lead, nor shown beside another that is", async ({ db }) => {
    const answers = { "scope.inScope": "Zitronenfalter", "commercial.specialTerms": "Zitronenfalter and Quittenbrot", "complexity.integration": "several" };
    const review = await aSubmitted(db, { answers });
    expect(await whoFinds(db, review, review.id, "Zitronenfalter")).toEqual(["sam", "sue", "bea", "pia", "lee", "bo"]);
    expect(await whoFinds(db, review, review.id, "Quittenbrot")).toEqual(["sam", "sue", "bea", "pia", "bo"]);
    expect(await whoFinds(db, review, review.id, "Zitronenfalter Quittenbrot")).toEqual(["sam", "sue", "bea", "pia", "bo"]);
    const { rows: [forLee] } = await find(db, review.lee, "zitronenfalter");
    expect(forLee?.passage).toMatchObject({ field: "scope.inScope", pieces: [{ text: "Zitronenfalter", isMatch: true }] });
    expect(JSON.stringify(forLee)).not.toContain("Quittenbrot");
    const { rows: [forPia] } = await find(db, review.pia, "quittenbrot");
    expect(forPia?.passage).toMatchObject({ field: "commercial.specialTerms", label: expect.any(String) as string });
  });

  test("is found in the fields that the reading shows, for every field and every reader", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "complexity.integration": "several" } });
    const texts: Record<string, string> = {};
    for (const { id, group, type } of FIELDS) {
      if (group !== undefined || (type !== "text" && type !== "longText")) continue;
      const word = `q${id.replace(".", "").toLowerCase()}`;
      if (await answer(db, draft, draft.id, { [id]: `${word} as agreed` }).then(() => true, () => false)) texts[id] = word; // some are not in this team's template
    }
    expect(Object.keys(texts).length).toBeGreaterThan(30);
    await submitHandover(await asUser(draft.sam, db), { id: draft.id, revision: draft.revision });
    for (const who of ["sam", "pia", "lee", "bo"] as const) {
      const ctx = await asUser(draft[who], db);
      const { sections } = await getReading(ctx, await getHandover(ctx, draft.id));
      const shown = new Set(sections.flatMap((section) => section.fields).map(({ id }) => id));
      for (const [id, one] of Object.entries(texts)) expect([who, id, (await find(db, draft[who], one)).ids.length]).toEqual([who, id, shown.has(id) ? 1 : 0]);
    }
  });

  test("B4 is that of the frozen version for reviewers, and of the live answers for those who mend a returned brief", async ({ db }) => {
    const review = await aReview(db);
    const { id, pia, sam, lee, pmKey } = review;
    await returnHandover(await asUser(pia, db), {
      id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "What about the shop?", suggestion: "" }],
    });
    await answer(db, review, id, { "scope.inScope": "Zitronenfalter" });
    expect((await find(db, sam, "zitronenfalter")).ids).toEqual([id]);
    expect((await find(db, pia, "zitronenfalter")).ids).toEqual([]);
    const before = "scope.inScope".split(".")[1] ?? "";
    expect((await find(db, pia, before)).ids).toEqual([id]);
    expect((await find(db, sam, `noted ${before}`)).ids).toEqual([]);
    const { revision } = await getHandover(await asUser(sam, db), id);
    await submitHandover(await asUser(sam, db), { id, revision });
    for (const who of [sam, pia, lee]) expect((await find(db, who, "zitronenfalter")).ids).toEqual([id]);
    expect(await db.briefSearch.findMany({ where: { handoverId: id }, select: { source: true } })).toEqual([{ source: "FROZEN" }]);
  });

  test("is no longer found once the answer, its row or the person is gone", async ({ db }) => {
    const draft = await aDraft(db, { answers: { "promises.none": false } });
    const rowId = await aRow(db, draft, draft.id, { "promises.text": "Zitronenfalter every Tuesday" });
    expect((await find(db, draft.sam, "zitronenf")).ids).toEqual([draft.id]);
    await removeRow(await asUser(draft.sam, db), { id: draft.id, group: "promises", rowId, seen: { "promises.text": 1 }, mark: "tab:1" });
    expect((await find(db, draft.sam, "zitronenf")).ids).toEqual([]);
  });
});

describe("names", () => {
  test("client, deal, the client's people and colleagues are found, together with words of the brief", async ({ db }) => {
    const { id, pia } = await aSubmitted(db, { answers: { "scope.inScope": "Zitronenfalter" } });
    for (const q of ["brandt", "BRANDT optik", "ines", "website brandt", "sam zitronen", "pía", "weber lee"]) expect([q, (await find(db, pia, q)).ids]).toEqual([q, [id]]);
    expect((await find(db, pia, "brandt nirgendwo")).ids).toEqual([]);
    expect((await find(db, pia, "max")).ids).toEqual([]);
  });

  test("are found although they are spelt a little differently, and said to be similar", async ({ db }) => {
    const { id, pia } = await aSubmitted(db);
    for (const q of ["brand optyk", "brantd", "inese brand"]) expect([q, (await find(db, pia, q)).ids]).toEqual([q, [id]]);
    const { rows: [similar] } = await find(db, pia, "optikk");
    expect(similar).toMatchObject({ id, isSimilar: true });
    expect((await find(db, pia, "optik")).rows[0]).toMatchObject({ id, isSimilar: false });
  });

  test("that changed are found by the new name", async ({ db }) => {
    const { id, dealId, pia } = await aSubmitted(db);
    const { clientId } = await db.deal.update({ where: { id: dealId }, data: { name: "Relaunch" }, select: { clientId: true } });
    expect([(await find(db, pia, "relaunch")).ids, (await find(db, pia, "website brandt relaunch")).ids]).toEqual([[id], []]);
    await db.client.update({ where: { id: clientId }, data: { name: "Zephyr Foods" } });
    expect((await find(db, pia, "zephyr")).ids).toEqual([id]);
    await db.user.update({ where: { id: pia }, data: { name: "Xaver" } });
    expect((await find(db, pia, "xaver")).ids).toEqual([id]);
  });

  test("B3 of an erased person are found no more, in live answers and frozen versions, and are in no search text", async ({ db }) => {
    const review = await aSubmitted(db, { answers: { "complexity.integration": "several" } });
    const draft = await aDraft(db);
    for (const [who, one] of [[review.pia, review.id], [draft.sam, draft.id]] as const) {
      const { clientId } = await db.deal.findFirstOrThrow({ where: { handovers: { some: { id: one } } } });
      const ines = await db.contact.findFirstOrThrow({ where: { clientId, name: "Dr Ines Brandt" } });
      expect((await find(db, who, "ines")).ids).toEqual([one]);
      await eraseContact(await asUser(who === draft.sam ? draft.bea : review.bea, db), { id: ines.id, reason: "ASKED" });
      expect((await find(db, who, "ines")).ids).toEqual([]);
      await settled(db);
      const kept = await db.$queryRaw<{ text: string }[]>`SELECT document::text || texts::text AS text FROM "BriefSearch" WHERE "handoverId" = ${one}::uuid`;
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.map(({ text }) => text.toLowerCase()).join()).not.toContain("ines brandt");
      expect(kept.map(({ text }) => text).join()).not.toContain("'aines'");
    }
  });
});

describe("who is searched for", () => {
  test("follows the people: a PM who was replaced finds it no more, an invited colleague does", async ({ db }) => {
    const review = await aSubmitted(db, { answers: { "scope.inScope": "Zitronenfalter" } });
    const { id, dealId, pia, max, lin } = review;
    expect([(await find(db, pia, "zitronenfalter")).ids, (await find(db, max, "zitronenfalter")).ids]).toEqual([[id], []]);
    await db.handover.update({ where: { id }, data: { pmId: max } });
    expect([(await find(db, pia, "zitronenfalter")).ids, (await find(db, max, "zitronenfalter")).ids]).toEqual([[], [id]]);
    await db.dealCollaborator.create({ data: { dealId, userId: lin } });
    expect((await find(db, lin, "zitronenfalter")).ids).toEqual([id]);
    await db.dealCollaborator.deleteMany({ where: { dealId } });
    expect((await find(db, lin, "zitronenfalter")).ids).toEqual([]);
  });

  test("is exactly who the handover exists for, whatever the state", async ({ db }) => {
    const draft = await aDraft(db);
    const returned = await aReview(db);
    await returnHandover(await asUser(returned.pia, db), {
      id: returned.id, keyId: returned.pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "More", suggestion: "" }],
    });
    for (const handover of [draft, returned, await aSubmitted(db)]) {
      const exists: string[] = [];
      for (const one of PEOPLE) if (await getHandover(await asUser(handover[one], db), handover.id).then(() => true, () => false)) exists.push(one);
      expect(await whoFinds(db, handover, handover.id, "brandt")).toEqual(exists);
    }
  });

  test("goes on after the last number, the newest first, without a gap", async ({ db }) => {
    const first = await aSubmitted(db);
    const { clientId } = await db.deal.findUniqueOrThrow({ where: { id: first.dealId } });
    const all = [first.id];
    for (let i = 0; i < 4; i++) all.unshift(await aHandoverOf(db, await aDeal(db, first, { clientId, name: `Brandt ${i}` })));
    const seen: string[] = [];
    for (let after: number | undefined; ;) {
      const { ids, next } = await find(db, first.sam, "brandt", { limit: 2, ...(after && { after }) });
      seen.push(...ids);
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual(all);
    expect(seen).toEqual((await db.handover.findMany({ where: { id: { in: all } }, orderBy: { number: "desc" } })).map(({ id }) => id));
  });
});

describe("the database and the code say the same", () => {
  test("about words, for any text", async ({ db }) => {
    const texts = [...fc.sample(fc.array(fc.integer({ min: 1, max: 0xd7ff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)), { numRuns: 300, seed: 7 }),
      "Ünïted  ﬁnance/½—“quoted”", "Ångström HO-12 a.b@c.de", "Δοκιμή тест 日本語", ""];
    const rows = await db.$queryRaw<{ words: string[] }[]>`SELECT ARRAY(SELECT search_words(t)) AS words FROM unnest(${texts}::text[]) WITH ORDINALITY AS x (t, n) ORDER BY n`;
    const ascii = (one: string[]) => one.join(" ");
    const differ = texts.filter((text, index) => ascii(searchWords(text)) !== ascii(rows[index]?.words ?? []) && !/[^\u0000-\u024f\u0370-\u04ff\u2000-\u206f]/u.test(text.normalize("NFKD")));
    expect(differ).toEqual([]);
  });
  test("about what of a field is text", async ({ db }) => {
    for (const type of Object.keys(FIELD_TYPES) as FieldType[]) {
      const [row] = await db.$queryRaw<{ kind: string }[]>`SELECT search_kind(${type}) AS kind`;
      expect([type, row?.kind]).toEqual([type, searchKind(type)]);
    }
  });
  test("about the core's fields", async ({ db }) => {
    const rows = await db.searchField.findMany({ orderBy: { id: "asc" } });
    expect(rows).toEqual(searchFields().sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
});
