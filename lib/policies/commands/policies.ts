import "server-only";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { adminRefusal } from "@/lib/auth/policy";
import { changeOrganisation, type Record } from "@/lib/organisation/commands/change";
import type { Db } from "@/lib/platform/db";
import { AppError, enforce } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import type { FormKind } from "../fields/policy-form";
import { POLICY_KINDS } from "../format";
import { policyFacts, type PolicyFacts } from "../queries/policy-facts";
import { changeSentence } from "../rules/policy-changes";
import { readPolicyForm } from "../rules/policy-form";
import { askForConsent, endAsking } from "./ask-consent";
import { type beginPolicyDraftInput, type discardPolicyDraftInput, POLICY_CONTENT, type publishPolicyInput, type savePolicyDraftInput } from "../schema";

/** Begins the next version of a policy from the one in force; where there is a draft already, it is the answer (B6). */
export const beginPolicyDraft = (ctx: Ctx, { kind, teamId }: z.output<typeof beginPolicyDraftInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const { inForce, draft, team } = await policyFacts(tx, kind, teamId);
    if (draft) return { ...named(kind, team), revision: draft.revision };
    const [id, version] = [newId(), inForce.version + 1];
    await tx.policyVersion.create({
      data: { id, kind, teamId: teamId ?? null, version, status: "DRAFT", content: inForce.content as Prisma.InputJsonValue, draftedById: personOf(ctx.actor), draftedAt: ctx.now },
    });
    await record("policy.versionDrafted", { policyId: id, kind, version, ...(team && { team: team.name }) });
    return { ...named(kind, team), revision: 1 };
  });

/**
 * The whole draft as its form says it, over the revision that was seen; consents to what stood before are gone, and managers are asked anew (B6). Throws INVALID
 * with the first thing that is wrong, CONFLICT when another admin was first, NOT_FOUND without a draft. A draft is no event.
 */
export const savePolicyDraft = (ctx: Ctx, { kind, teamId, revision, content }: z.output<typeof savePolicyDraftInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await policyFacts(tx, kind, teamId);
    const draft = await draftAt(tx, kind, facts, revision);
    const made = readPolicyForm(kind, content, draft.content, new Set([...facts.published, draft].flatMap((one) => idsIn(one.content))));
    const parsed = POLICY_CONTENT[kind].safeParse(made);
    if (!parsed.success) throw invalid(whatIsWrong(parsed.error.issues[0], made));
    await tx.policyVersion.update({
      where: { id: draft.id }, data: { content: parsed.data as Prisma.InputJsonValue, revision: { increment: 1 }, draftedById: personOf(ctx.actor), draftedAt: ctx.now },
    });
    await tx.policyConsent.deleteMany({ where: { policyId: draft.id } });
    if (kind === "COMPLEXITY_RUBRIC") await askForConsent(tx, ctx, record);
    return { ...named(kind, facts.team), revision: revision + 1 };
  });

/** Throws the draft away; what is in force stays. */
export const discardPolicyDraft = (ctx: Ctx, { kind, teamId, revision }: z.output<typeof discardPolicyDraftInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const facts = await policyFacts(tx, kind, teamId);
    const draft = await draftAt(tx, kind, facts, revision);
    await tx.policyVersion.delete({ where: { id: draft.id } });
    await endAsking(tx, ctx, draft.id);
    await record("policy.versionDiscarded", { policyId: draft.id, kind, version: draft.version, ...(facts.team && { team: facts.team.name }) });
    return named(kind, facts.team);
  });

/** The draft counts from now on; what was submitted keeps its version (B6). A complexity rubric is published by consents alone. */
export const publishPolicy = (ctx: Ctx, { kind, teamId, revision }: z.output<typeof publishPolicyInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    if (kind === "COMPLEXITY_RUBRIC")
      throw new AppError("FORBIDDEN", { rule: "B6", reason: "A complexity rubric is published by the consent of a sales manager and a delivery manager." });
    const facts = await policyFacts(tx, kind, teamId);
    const draft = await draftAt(tx, kind, facts, revision);
    return publishDraft(tx, ctx, { kind, draft, facts, record, consents: [] });
  });

/** What a page needs to find the policy again. */
const named = (kind: FormKind, team: { slug: string } | null) => ({ kind, ...(team && { team: team.slug }) });

type Draft = NonNullable<PolicyFacts["draft"]>;
type Publishing = { kind: FormKind; draft: Draft; facts: PolicyFacts; record: Record; /** Names of who consented. */ consents: string[] };

/** Throws INVALID with the first thing that is wrong, or where nothing differs. */
export async function publishDraft(tx: Db, ctx: Ctx, { kind, draft, facts, record, consents }: Publishing) {
  refuseUnfit(facts);
  await tx.policyVersion.update({ where: { id: draft.id }, data: { status: "PUBLISHED", publishedAt: ctx.now, publishedById: personOf(ctx.actor) } });
  await endAsking(tx, ctx, draft.id);
  await record("policy.versionPublished", { policyId: draft.id, kind, version: draft.version, changes: facts.changes.map(changeSentence), consents, ...(facts.team && { team: facts.team.name }) });
  return { ...named(kind, facts.team), version: draft.version };
}

export function refuseUnfit({ problems: [first], changes }: PolicyFacts): void {
  if (first) throw invalid(first);
  if (changes.length === 0) throw invalid("The draft says the same as the version in force. Change something, or discard it.");
}

/** The draft that was seen. Throws NOT_FOUND once there is none, CONFLICT when somebody changed it since. */
export async function draftAt(tx: Db, kind: FormKind, { draft }: PolicyFacts, revision: number): Promise<Draft> {
  if (!draft) throw new AppError("NOT_FOUND", { reason: `There is no draft of ${POLICY_KINDS[kind].label.toLowerCase()} any more. It was published or discarded meanwhile.` });
  if (draft.revision === revision) return draft;
  const by = draft.draftedById && (await tx.user.findUnique({ where: { id: draft.draftedById }, select: { name: true } }))?.name;
  throw new AppError("CONFLICT", { rule: "P1.9", reason: `${by || "Somebody"} has changed this draft since you read it. What you typed is still here: copy it, reload, and look again.` });
}

/** The ids of rows, at the first level: an id that was used never means something else. */
const idsIn = (content: object): string[] =>
  Object.values(content).flatMap((rows: unknown) => (Array.isArray(rows) ? rows.flatMap((row: { id?: unknown; value?: unknown } | null) => (typeof row?.id === "string" ? [row.id] : typeof row?.value === "string" ? [row.value] : [])) : []));

/** Where it is, in words, and what the schema says of it. */
function whatIsWrong(issue: { path: PropertyKey[]; message: string } | undefined, made: object): string {
  if (!issue) return "This cannot be kept.";
  let [inner, name] = [made as unknown, ""];
  for (const key of issue.path) {
    inner = inner !== null && typeof inner === "object" ? (inner as { [key: PropertyKey]: unknown })[key] : undefined;
    const row = inner as { label?: unknown; title?: unknown; ask?: unknown } | null | undefined;
    const title = typeof key === "number" ? (row?.label ?? row?.title ?? row?.ask) : undefined;
    if (typeof title === "string" && title !== "") name = `“${title.slice(0, 80)}”, `;
  }
  const last = issue.path.filter((key) => typeof key === "string").at(-1);
  return `${name}${last === undefined ? "" : `${last.replace(/([A-Z])/g, " $1").toLowerCase()}: `}${issue.message}`;
}

const invalid = (reason: string) => new AppError("INVALID", { rule: "B6", reason });
