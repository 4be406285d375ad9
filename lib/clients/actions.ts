"use server";

import { redirect } from "next/navigation";
import { type FormState, formAction } from "@/lib/http/form";
import { addContact, type ClientCreation, createClient, eraseContact, updateClient, updateContact } from "./commands";
import { addContactInput, createClientInput, eraseContactInput, updateClientInput, updateContactInput } from "./schema";

const create = formAction(createClientInput, createClient);

/** Leads to the new client, or stays with the clients that it looks like. */
export async function createClientAction(previous: FormState<ClientCreation>, form: FormData): Promise<FormState<ClientCreation>> {
  const result = await create(previous, form);
  if (result?.ok && result.data.created) redirect(`/clients/${result.data.id}`);
  return result;
}

export const updateClientAction = formAction(updateClientInput, updateClient, { to: ({ id }) => `/clients/${id}` });
export const addContactAction = formAction(addContactInput, addContact, { lists: ["roles"], to: ({ clientId }) => `/clients/${clientId}` });
export const updateContactAction = formAction(updateContactInput, updateContact, { lists: ["roles"], to: ({ clientId }) => `/clients/${clientId}` });
export const eraseContactAction = formAction(eraseContactInput, eraseContact, { to: ({ clientId }) => `/clients/${clientId}` });
