import * as z from "zod";
import { ContactRole } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";
import { isZone } from "@/lib/platform/zones";

const id = z.uuid();
/** The counter that the person saw; a form sends it as text. */
const revision = z.coerce.number<number | string>().int().positive();
/** A box or button of a form sends its value as text. */
export const flag = z.union([z.boolean(), z.literal("true").transform(() => true)]).default(false);

/** The name of a time zone, or empty where nobody knows it. */
const zone = text(80).refine((name) => name === "" || isZone(name), "Enter the name of a time zone, such as Europe/Berlin.");

/** Empty, an address, or a bare domain as people type it; never another scheme, because it becomes a link. */
const website = text(300).refine(
  (value) => value.trim() === "" || /^(https?:\/\/)?[^\s/@:]+\.[^\s/@:]+(:\d+)?(\/\S*)?$/i.test(value.trim()),
  "Enter a web address, such as acme.com.",
);

const email = text(320).refine((value) => value.trim() === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()), "Enter a mail address, such as name@acme.com.");

/** A client as people fill it in. */
export const clientContent = z.strictObject({
  name: requiredText(200),
  legalName: text(300).default(""),
  industry: text(200).default(""),
  website: website.default(""),
  zone: zone.default(""),
  country: text(100).default(""),
});

/** A person at the client; several roles at once, no role twice. */
export const contactContent = z.strictObject({
  name: requiredText(200),
  title: text(200).default(""),
  email: email.default(""),
  phone: text(60).default(""),
  zone: zone.default(""),
  language: text(100).default(""),
  roles: z.array(z.enum(ContactRole)).max(8).refine((roles) => new Set(roles).size === roles.length, "Choose each role once.").default([]),
});

/** The first contact, where anything of one was filled in: a form sends its empty boxes, too. */
const firstContact = z.preprocess(
  (contact) => (isBlank(contact) ? undefined : contact),
  contactContent.optional(),
);

/** A new client, with its first contact if there is one. `createAnyway` after the likely duplicates were shown. */
export const newClient = clientContent.extend({ contact: firstContact });
export const createClientInput = newClient.extend({ createAnyway: flag });
export const updateClientInput = clientContent.extend({ id, revision });
export const addContactInput = contactContent.extend({ clientId: id });
export const updateContactInput = contactContent.extend({ id, revision });

/** A choice and not a text: what is typed about a person would outlive the erasure (B3). */
export const ERASURE_REASONS = ["ASKED", "LEFT", "MISTAKE"] as const;
export const eraseContactInput = z.strictObject({ id, reason: z.enum(ERASURE_REASONS, "Choose why the person is erased.") });

export const listClientsParams = z.object({
  search: text(200).catch(""),
  after: z.string().max(500).optional().catch(undefined),
});

export type ClientContent = z.output<typeof clientContent>;
export type ContactContent = z.output<typeof contactContent>;
export type NewClient = z.output<typeof newClient>;

const isBlank = (contact: unknown): boolean =>
  contact !== null && typeof contact === "object" && Object.values(contact).every((value) => value === "" || (Array.isArray(value) && value.length === 0));
