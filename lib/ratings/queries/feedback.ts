import "server-only";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { GROUPS } from "@/lib/handovers/fields";
import type { GroupId } from "@/lib/handovers/fields/types";
import { isAfterAcceptance } from "@/lib/handovers/lifecycle";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import { fieldsOf, getVersion } from "@/lib/handovers/queries/versions";
import { db } from "@/lib/platform/db";
import type { BriefVerdict, Complexity, RatingSide } from "@/lib/platform/generated/enums";
import { SECTION_IDS, SECTIONS } from "@/lib/policies/fields";
import { policiesInForce } from "@/lib/policies/queries";
import { checkRefusal, rateRefusal, type RatingFacts, sidesOf } from "../policy";
import { average } from "../rules/quality";

/** A field that can have been wrong; a list of rows counts as one, by the cell that names it. */
export type FieldChoice = { value: string; label: string };

export type GivenRating = { side: RatingSide; score: number; sentence: string; by: string; at: string };
export type Feedback = NonNullable<Awaited<ReturnType<typeof findFeedback>>>;

/**
 * What this person may rate of a handover, and what they may read of what others said (P8.4): managers every rating with its name,
 * everybody else an average from two ratings on, and their own. The answer to the check is for the PM, the seller and managers.
 * Null before acceptance.
 */
export async function findFeedback(ctx: Ctx, head: HandoverHead) {
  if (!isAfterAcceptance(head.status)) return null;
  const me = personOf(ctx.actor);
  const facts: RatingFacts = { ...head.facts, pmId: head.pmId, holderIds: head.keys.map(({ holderId }) => holderId) };
  const [rows, check, policies] = await Promise.all([
    db(ctx).rating.findMany({ where: { handoverId: head.id }, orderBy: { createdAt: "asc" } }),
    db(ctx).briefCheck.findUnique({ where: { handoverId: head.id } }),
    policiesInForce(db(ctx)),
  ]);
  const { editDays } = policies.clocks.content.ratings;
  const names = new Map((await db(ctx).user.findMany({
    where: { id: { in: [...rows.map(({ byId }) => byId), ...(check?.answeredById ? [check.answeredById] : [])] } }, select: { id: true, name: true },
  })).map(({ id, name }) => [id, name]));
  const mayReadCheck = head.viewer.isManager || head.viewer.isPm || me === head.facts.contactOwnerId || me === head.facts.dealOwnerId;
  const of = (side: RatingSide) => rows.filter((row) => row.side === side);
  return {
    mine: sidesOf(me, facts).map((side) => {
      const given = of(side).find(({ byId }) => byId === me);
      return {
        side, revision: given?.revision ?? 0, score: given?.score ?? null, sentence: given?.sentence ?? "",
        refusal: rateRefusal(ctx.actor, facts, { side, givenAt: given?.createdAt ?? null, now: ctx.now, editDays }),
      };
    }),
    sides: (["BRIEF", "ACCEPTANCE"] as const).map((side) => {
      const scores = of(side).map(({ score }) => score);
      return { side, count: scores.length, average: head.viewer.isManager || scores.length > 1 ? average(scores) : null };
    }),
    /** Null below manager level. */
    named: head.viewer.isManager
      ? rows.map(({ side, score, sentence, byId, updatedAt }): GivenRating => ({ side, score, sentence, by: names.get(byId) ?? "", at: updatedAt.toISOString() }))
      : null,
    check: check && mayReadCheck ? await checkOf(ctx, head, { ...check, by: names.get(check.answeredById ?? "") ?? "" }) : null,
    checkRefusal: checkRefusal(ctx.actor, facts, { check, now: ctx.now, editDays }),
    editDays,
  };
}

type Check = { askedAt: Date; verdict: BriefVerdict | null; fields: string[]; sentence: string; turnedOut: Complexity | null; answeredAt: Date | null; revision: number; by: string };

/** With the names of the fields, as the accepted version asked them. */
async function checkOf(ctx: Ctx, head: HandoverHead, { askedAt, answeredAt, fields, ...check }: Check) {
  const choices = await listFieldChoices(ctx, head);
  const labels = new Map(choices.flatMap((section) => section.fields).map(({ value, label }) => [value, label]));
  return { ...check, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, chosen: fields, fields: fields.map((field) => labels.get(field) ?? field) };
}

/** The fields of the accepted version that this person reads, section by section. */
export async function listFieldChoices(ctx: Ctx, head: HandoverHead): Promise<{ section: string; fields: FieldChoice[] }[]> {
  const { content } = await getVersion(db(ctx), head.id, head.briefVersion);
  const fields = (await fieldsOf(db(ctx), content)).filter(({ visibility }) => head.readable.includes(visibility));
  return SECTION_IDS.flatMap((section) => {
    const plain = fields.filter((field) => field.section === section && field.group === undefined).map(({ id, label }) => ({ value: id, label }));
    const lists = (Object.keys(GROUPS) as GroupId[]).flatMap((group) =>
      GROUPS[group].section === section && fields.some(({ id }) => id === GROUPS[group].title) ? [{ value: GROUPS[group].title, label: GROUPS[group].label }] : []);
    return plain.length + lists.length > 0 ? [{ section: SECTIONS[section].label, fields: [...plain, ...lists] }] : [];
  });
}
