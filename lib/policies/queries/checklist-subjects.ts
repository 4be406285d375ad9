import "server-only";
import { coreField, FIELDS, GROUP_CELLS, GROUPS } from "@/lib/handovers/fields";
import type { Field } from "@/lib/handovers/fields/types";
import { conditionWords } from "@/lib/handovers/rules/condition";
import { complexityFields, customAsField } from "@/lib/handovers/rules/template";
import type { Db } from "@/lib/platform/db";
import { SECTION_IDS, SECTIONS } from "../fields";
import { policyInForce, templatesInForce } from "../queries";
import { knownSubjects, type Subject } from "../rules/condition-line";

/** What the condition of a checklist item can ask about, by part of the form: every brief is checked against it, so all teams' fields are. No authorisation here. */
export async function checklistSubjects(tx: Db): Promise<{ label: string; subjects: Subject[] }[]> {
  const { teams, own, rubric } = await fieldsOfAll(tx);
  const asSubject = ({ id, label, type, options }: Field): Subject => ({ id, label, type, options });
  const cells = GROUP_CELLS.map((cell) => ({ ...asSubject(cell), label: `${cell.group ? GROUPS[cell.group].label : ""}: ${cell.label}` }));
  return [
    { label: "Known of every brief", subjects: knownSubjects(teams) },
    ...SECTION_IDS.map((section) => ({ label: SECTIONS[section].label, subjects: [...FIELDS, ...rubric].filter((field) => field.section === section).map(asSubject) })),
    ...teams.map(({ slug, name }) => ({ label: name, subjects: own.filter((one) => one.slug === slug).map(({ field }) => asSubject(field)) })),
    { label: "At least one row of a list", subjects: cells },
  ].filter(({ subjects }) => subjects.length > 0);
}

/** The words of all that a condition can ask about. */
export async function checklistWords(tx: Db) {
  const { teams, own, rubric } = await fieldsOfAll(tx);
  const known = new Map([...own.map(({ field }) => field), ...rubric].map((field) => [field.id, field]));
  return conditionWords((id) => known.get(id) ?? coreField(id), new Map(teams.map(({ slug, name }) => [slug, name])));
}

async function fieldsOfAll(tx: Db) {
  const teams = await tx.team.findMany({ where: { kind: "DELIVERY" }, orderBy: { name: "asc" }, select: { id: true, slug: true, name: true } });
  const templates = await templatesInForce(tx, teams.map(({ id }) => id));
  const { content: rubric } = await policyInForce(tx, "COMPLEXITY_RUBRIC");
  const own = [...templates.values()].flatMap(({ content: { slug, fields } }) => fields.map((field) => ({ slug, field: customAsField(slug, field) })));
  return { teams, own, rubric: complexityFields(rubric) };
}
