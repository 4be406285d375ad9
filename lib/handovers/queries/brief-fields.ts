import "server-only";
import type { Db } from "@/lib/platform/db";
import { templatesById } from "@/lib/policies/queries";
import { type ComplexityRubric, complexityRubricSchema } from "@/lib/policies/schema";
import { GROUP_CELLS } from "../fields";
import type { Field } from "../fields/types";
import { fieldsInForce } from "../rules/template";

/**
 * Every field and cell that this handover's brief can hold: of the core, of the templates that its draft was begun with,
 * and of the rubric in force (B6). No authorisation here.
 */
export async function briefFieldsOf(db: Db, handoverId: string): Promise<Field[]> {
  const teams = await db.handoverTeam.findMany({ where: { handoverId }, select: { templateId: true } });
  const ids = teams.flatMap(({ templateId }) => (templateId === null ? [] : [templateId]));
  return [...fieldsInForce(ids.length > 0 ? await templatesById(db, ids) : [], await rubricInForce(db)), ...GROUP_CELLS];
}

/** The complexity rubric in force; throws where none was published, which set-up makes impossible. */
async function rubricInForce(db: Db): Promise<ComplexityRubric> {
  const row = await db.policyVersion.findFirstOrThrow({
    where: { kind: "COMPLEXITY_RUBRIC", status: "PUBLISHED" },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  return complexityRubricSchema.parse(row.content);
}
