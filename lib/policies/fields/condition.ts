import * as z from "zod";
import { Complexity, ContractType } from "@/lib/platform/generated/enums";
import { text } from "@/lib/platform/text";
import { COMPARISONS, type Comparison, type Condition } from "../fields";

/** The id of a field of the brief, and the short name of a team. */
export const fieldId = z.string().regex(/^[a-zA-Z][\w-]*(\.[\w-]+)+$/, "This is no field of the brief.").max(160);
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens.").max(40);

const scalar = z.union([text(200), z.number(), z.boolean()]);

const conditionPart: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionPart).max(12) }),
    z.strictObject({ any: z.array(conditionPart).min(1).max(12) }),
    z.strictObject({ not: conditionPart }),
    z.strictObject({ field: fieldId, is: scalar }),
    z.strictObject({ field: fieldId, in: z.array(scalar).min(1).max(40) }),
    z.strictObject({ field: fieldId, answered: z.boolean() }),
    z.strictObject({ field: fieldId, compare: z.enum(Object.keys(COMPARISONS) as [Comparison, ...Comparison[]]), to: z.number().min(-1e12).max(1e12) }),
    z.strictObject({ complexity: z.array(z.enum(Complexity)).min(1) }),
    z.strictObject({ contract: z.array(z.enum(ContractType)).min(1) }),
    z.strictObject({ team: z.array(slug).min(1).max(40) }),
  ]),
);

const DEPTH = 6;
const PARTS = 500;

/** Before it is parsed: whether data nests deeper, or holds more, than any condition of ours. Walks without recursion. */
function isTooDeep(value: unknown): boolean {
  const open: [unknown, number][] = [[value, 1]];
  for (let seen = 0; open.length > 0; seen++) {
    const [part, depth] = open.pop() ?? [];
    if (part === null || typeof part !== "object") continue;
    if (seen > PARTS || (depth ?? 0) > DEPTH * 2) return true;
    for (const inner of Object.values(part)) if (inner !== null && typeof inner === "object") open.push([inner, (depth ?? 0) + 1]);
  }
  return false;
}

/** A condition as data; at most twelve parts on each level, and a few levels. */
export const conditionSchema: z.ZodType<Condition> =
  z.unknown().refine((value) => !isTooDeep(value), { message: "This condition is too long: use fewer parts.", abort: true }).pipe(conditionPart);
