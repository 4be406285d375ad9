"use server";
import { action } from "@/lib/http/action";
import { addContact, createClient, eraseContact, updateClient, updateContact } from "./commands";
import { addContactInput, createClientInput, eraseContactInput, updateClientInput, updateContactInput } from "./schema";

export const createClientAction = action(createClientInput, createClient);
export const updateClientAction = action(updateClientInput, updateClient);
export const addContactAction = action(addContactInput, addContact);
export const updateContactAction = action(updateContactInput, updateContact);
export const eraseContactAction = action(eraseContactInput, eraseContact);
