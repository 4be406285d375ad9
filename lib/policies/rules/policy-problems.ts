import type { FormKind } from "../fields/policy-form";
import type { PolicyContent } from "../schema";

type Facts = {
  /** Other policies in force, each with a name and its content: what they ask about cannot go. */
  others: readonly { name: string; content: unknown }[];
  /** What a discovery question can ask for: the ids of fields and lists of the team's brief. */
  fields?: ReadonlySet<string>;
};

/** Why a draft cannot be published, in sentences; none when it can (B6). Its shape has been checked. */
export function policyProblems<K extends FormKind>(kind: K, content: PolicyContent[K], before: PolicyContent[K], { others, fields = new Set() }: Facts): string[] {
  if (kind === "COMPLEXITY_RUBRIC") return rubricProblems(content as PolicyContent["COMPLEXITY_RUBRIC"], before as PolicyContent["COMPLEXITY_RUBRIC"], others);
  if (kind === "TRACTION_RUBRIC") return tractionProblems(content as PolicyContent["TRACTION_RUBRIC"]);
  if (kind === "DISCOVERY_SET") return discoveryProblems(content as PolicyContent["DISCOVERY_SET"], fields);
  return [];
}

/** P7.4: each answer lands in one field of the brief, and no field is asked for twice. */
function discoveryProblems({ questions }: PolicyContent["DISCOVERY_SET"], fields: ReadonlySet<string>): string[] {
  return questions.flatMap(({ ask, field }, index) => {
    const first = questions.findIndex((one) => one.field === field);
    if (!fields.has(field)) return [`“${ask}” asks for something that the team's brief has no field for. Choose another, or take it out.`];
    return first < index ? [`“${questions[first]?.ask ?? ""}” and “${ask}” are one field of the brief: what is captured twice soon differs.`] : [];
  });
}

function rubricProblems({ questions, thresholds }: PolicyContent["COMPLEXITY_RUBRIC"], before: PolicyContent["COMPLEXITY_RUBRIC"], others: Facts["others"]): string[] {
  const max = questions.reduce((sum, { weight, options }) => sum + weight * Math.max(...options.map(({ points }) => points)), 0);
  const removed = before.questions.filter(({ id }) => !questions.some((one) => one.id === id));
  return [
    ...(thresholds.complex > max ? [`Complex begins at ${thresholds.complex} points, and at most ${max} can be reached. Lower the threshold, or raise points or weights.`] : []),
    ...removed.flatMap(({ id, label }) => others.filter(({ content }) => JSON.stringify(content).includes(`"complexity.${id}"`))
      .map(({ name }) => `“${label}” cannot be taken out: ${name} asks about its answer.`)),
  ];
}

function tractionProblems({ evidence, threshold, levels, caps }: PolicyContent["TRACTION_RUBRIC"]): string[] {
  const max = evidence.reduce((sum, { points }) => sum + points, 0);
  const highest = Math.max(threshold, ...levels.map(({ from }) => from));
  return [
    ...(highest > max ? [`${highest} points are asked for, and at most ${max} can be reached.`] : []),
    ...(caps.trialDueDays > caps.trialDueDaysAtMost ? [`A trial task is due after ${caps.trialDueDays} business days, and ${caps.trialDueDaysAtMost} are the most. Lower the one, or raise the other.`] : []),
    ...levels.filter(({ from }) => from < threshold).map(({ label }) => `“${label}” begins below the threshold of ${threshold} points, and so would never be refused by it.`),
  ];
}
