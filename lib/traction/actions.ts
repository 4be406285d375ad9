"use server";

import { formAction } from "@/lib/http/form";
import { addEvidence, withdrawEvidence } from "./commands/evidence";
import { grantInvolvement, revokeGrant } from "./commands/grants";
import { addEvidenceInput, grantInvolvementInput, revokeGrantInput, withdrawEvidenceInput } from "./schema";

const page = ({ id }: { id: string }) => `/deals/${id}/traction`;

export const addEvidenceAction = formAction(addEvidenceInput, addEvidence, { to: page });
export const withdrawEvidenceAction = formAction(withdrawEvidenceInput, withdrawEvidence, { to: page });
export const grantInvolvementAction = formAction(grantInvolvementInput, grantInvolvement, { to: page });
export const revokeGrantAction = formAction(revokeGrantInput, revokeGrant, { to: page });
