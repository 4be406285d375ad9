import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { changeOrganisation } from "@/lib/organisation/commands/change";
import { AppError, enforce } from "@/lib/platform/errors";
import { consentRefusal } from "../policy";
import { policyFacts } from "../queries/policy-facts";
import { consentOf } from "../rules/consent";
import type { consentToPolicyInput } from "../schema";
import { consented } from "./ask-consent";
import { draftAt, publishDraft, refuseUnfit } from "./policies";

/**
 * B6: a manager consents to exactly the revision that they read; the consent that completes the pair publishes it. The same
 * person twice counts once. Throws CONFLICT when the draft was changed since, INVALID where it cannot be published at all.
 */
export const consentToPolicy = (ctx: Ctx, { kind, revision }: z.output<typeof consentToPolicyInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(consentRefusal(ctx.actor));
    if (kind !== "COMPLEXITY_RUBRIC") throw new AppError("INVALID", { rule: "B6", reason: "Only a complexity rubric needs consent." });
    const facts = await policyFacts(tx, kind);
    const draft = await draftAt(tx, kind, facts, revision);
    refuseUnfit(facts);
    const userId = personOf(ctx.actor) ?? "";
    const place = { policyId_userId: { policyId: draft.id, userId } };
    if (!facts.consents.some(({ id }) => id === userId)) {
      await tx.policyConsent.upsert({ where: place, create: { policyId: draft.id, userId, revision, at: ctx.now }, update: { revision, at: ctx.now } });
      await consented(tx, ctx, draft.id);
      await record("policy.versionConsented", { policyId: draft.id, kind, version: draft.version, revision });
    }
    const { consents } = await policyFacts(tx, kind);
    if (consentOf(consents).isComplete) await publishDraft(tx, ctx, { kind, draft, facts, record, consents: consents.map(({ name }) => name) });
    return { kind, revision, isPublished: consentOf(consents).isComplete };
  });
