import * as z from "zod";
import { TeamKind } from "@/lib/platform/generated/enums";
import { text } from "@/lib/platform/text";

const id = z.uuid();
const teamName = text(80).refine((value) => value.trim() !== "", "Enter the team's name.");
/** Stands in the ids of a team's own brief fields, and so never changes. */
export const slug = text(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens.");

export const createTeamInput = z.strictObject({ name: teamName, slug, kind: z.enum(TeamKind), technical: z.boolean().default(false) });

export const updateTeamInput = z.strictObject({
  teamId: id,
  revision: z.coerce.number().int().min(1),
  name: teamName,
  technical: z.boolean(),
  active: z.boolean(),
  defaultPmId: z.preprocess((value) => (value === "" ? null : value), id.nullable()),
});
