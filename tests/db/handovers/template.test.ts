import { describe } from "vitest";
import { withdrawHandover } from "@/lib/handovers/commands/deliver";
import { moveUpTemplate } from "@/lib/handovers/commands/template";
import { getBrief } from "@/lib/handovers/queries/brief";
import { getTemplateMoves, listUnasked } from "@/lib/handovers/queries/template-moves";
import { beginTemplateDraft, editTemplate, publishTemplate } from "@/lib/policies/commands/templates";
import type { TemplateEdit } from "@/lib/policies/fields/template-edit";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { asUser, eventTypes, expect, test } from "../../support/db";
import { aDraft, answer, aSubmitted } from "../../support/factories/handovers";

/** Publishes the next version of WordPress's template with these changes; the slug stands in the ids of its fields. */
async function publish(db: Db, { ada, wordpress }: { ada: string; wordpress: string }, edits: (slug: string) => TemplateEdit[]) {
  const admin = await asUser(ada, db);
  const { slug } = await db.team.findUniqueOrThrow({ where: { id: wordpress } });
  let { revision } = await beginTemplateDraft(admin, { teamId: wordpress });
  for (const edit of edits(slug)) ({ revision } = await editTemplate(admin, { teamId: wordpress, revision, edit }));
  await publishTemplate(admin, { teamId: wordpress, revision });
  return slug;
}

const add = (label: string): TemplateEdit => ({
  kind: "addField", section: "scope", label, type: "longText", ask: "", why: "We ask.", help: "", example: "", options: [], moreOptions: "", visibility: "all", pm: "on", material: "",
});
const edits = (slug: string): TemplateEdit[] => [
  add("House rules"), { kind: "removeField", id: `custom.${slug}.hosting` }, { kind: "when", id: "client.about", of: "required", when: "always" },
  { kind: "wordCore", id: "client.about", label: "Their business", why: "We ask.", help: "", example: "" },
];

async function aDraftBehind(db: Db) {
  const draft = await aDraft(db);
  const own = (await getBrief(await asUser(draft.sam, db), draft.id)).sections.flatMap(({ fields }) => fields).find(({ field }) => field.id.startsWith("custom.") && field.type === "longText");
  const gone = own?.field.id ?? "";
  await answer(db, draft, draft.id, { [gone]: "Kept for ever." });
  await publish(db, draft, (slug) => edits(slug).map((edit) => (edit.kind === "removeField" ? { ...edit, id: gone } : edit)));
  const sam = await asUser(draft.sam, db);
  const { previews } = await getTemplateMoves(sam, draft.id);
  const [preview] = previews;
  const input = { id: draft.id, revision: draft.revision, teamId: draft.wordpress, from: preview?.from.id ?? "", to: preview?.to.id ?? "" };
  return { draft, gone, goneLabel: own?.field.label ?? "", asSam: sam, preview, input };
}

describe("moveUpTemplate (B6)", () => {
  test("a draft stays on its version; moving up asks what is new, and keeps what is no longer asked; one event", async ({ db }) => {
    const { draft, gone, goneLabel, asSam, preview, input } = await aDraftBehind(db);
    const ids = async () => (await getBrief(asSam, draft.id)).sections.flatMap(({ fields }) => fields.map(({ field }) => field.id));
    expect(await ids()).toContain(gone);
    expect(preview).toMatchObject({ from: { version: 1 }, to: { version: 2 } });
    expect(preview?.move).toMatchObject({
      added: [{ label: "House rules", required: null }], removed: [{ id: gone, kept: "Kept for ever." }],
      changed: [{ id: "client.about", kind: "changed" }], newlyRequired: [{ id: "client.about", reason: "Every brief needs it.", isAnswered: false }], chooseAnew: [],
    });
    await moveUpTemplate(asSam, input);
    await moveUpTemplate(asSam, input); // a repeat
    expect(await ids()).not.toContain(gone);
    expect((await getTemplateMoves(asSam, draft.id)).previews).toEqual([]);
    expect(await listUnasked(asSam, (await getBrief(asSam, draft.id)).head)).toEqual([{ field: gone, label: goneLabel, text: "Kept for ever." }]);
    expect((await eventTypes(db, draft.id)).filter((type) => type === "handover.templateMoved")).toHaveLength(1);
  });

  test("of what was submitted is CONFLICT, and of what moved or was published meanwhile as well", async ({ db }) => {
    const { draft, asSam, input } = await aDraftBehind(db);
    await expect(moveUpTemplate(asSam, { ...input, revision: 99 })).rejects.toMatchObject({ code: "CONFLICT", rule: "P1.9" });
    await publish(db, draft, () => [add("More rules")]);
    await expect(moveUpTemplate(asSam, input)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("has changed since you read this") });
    await withdrawHandover(asSam, { id: draft.id, revision: draft.revision, reason: "The client waits." });
    await expect(moveUpTemplate(asSam, input)).rejects.toMatchObject({ code: "CONFLICT", rule: "B6" });
  });

  test("out of scope is NOT_FOUND, also for an admin without another role; by the wrong person FORBIDDEN", async ({ db }) => {
    const { draft, input } = await aDraftBehind(db);
    for (const name of ["max", "pia", "ada"] as const)
      await expect(moveUpTemplate(await asUser(draft[name], db), input), name).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(moveUpTemplate(await asUser(draft.bea, db), input)).rejects.toMatchObject({ code: "FORBIDDEN", rule: "B6" });
    await expect(moveUpTemplate(await asUser(draft.sam, db), { ...input, teamId: newId() })).rejects.toMatchObject({ code: "INVALID" });
    await db.user.update({ where: { id: draft.bea }, data: { isAdmin: true } });
    await moveUpTemplate(await asUser(draft.bea, db), input);
  });

  test("a submitted brief keeps the templates that it was frozen with", async ({ db }) => {
    const submitted = await aSubmitted(db);
    await publish(db, submitted, () => [add("House rules")]);
    const { previews, refusal } = await getTemplateMoves(await asUser(submitted.sam, db), submitted.id);
    expect(previews).toHaveLength(1);
    expect(refusal).toMatchObject({ code: "CONFLICT", rule: "B6" });
  });
});
