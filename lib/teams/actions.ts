"use server";

import { formAction } from "@/lib/http/form";
import { createTeam, updateTeam } from "./commands";
import { createTeamInput, updateTeamInput } from "./schema";

export const createTeamAction = formAction(createTeamInput, createTeam, { checks: ["technical"], to: ({ teamId }) => `/admin/teams/${teamId}` });
export const updateTeamAction = formAction(updateTeamInput, updateTeam, { checks: ["technical", "active"] });
