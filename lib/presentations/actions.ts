"use server";

import { formAction } from "@/lib/http/form";
import { recordChoice } from "./commands/choose";
import { createClientLink, revokeClientLink } from "./commands/links";
import { presentOptions, withdrawPresentation } from "./commands/present";
import { createClientLinkInput, presentOptionsInput, recordChoiceInput, revokeClientLinkInput, withdrawPresentationInput } from "./schema";

const page = ({ id }: { id: string }) => `/deals/${id}/options`;

export const presentOptionsAction = formAction(presentOptionsInput, presentOptions, { to: ({ id }) => `${page({ id })}#presenting` });
export const withdrawPresentationAction = formAction(withdrawPresentationInput, withdrawPresentation, { to: page });
/** The page stays: the answer is the only place where the address is shown. */
export const createClientLinkAction = formAction(createClientLinkInput, createClientLink);
export const revokeClientLinkAction = formAction(revokeClientLinkInput, revokeClientLink);
export const recordChoiceAction = formAction(recordChoiceInput, recordChoice, { to: page });
