import type { MeetingPreference, Role } from "@/lib/platform/generated/enums";

/** The sample organisation: an agency that does not exist. */
export const SAMPLE_ORGANISATION = { name: "Kestrel & Vale", zone: "Europe/Berlin", currency: "EUR" } as const;

export type DeliverySlug = "hubspot" | "wordpress" | "shopify" | "integration";
type SalesSlug = "sales-europe" | "sales-americas";
export type TeamSlug = DeliverySlug | SalesSlug;

/** Its teams; a delivery team has a default PM. */
export const SAMPLE_TEAMS = [
  { slug: "hubspot", name: "HubSpot", kind: "DELIVERY", technical: true, defaultPm: "miriam" },
  { slug: "wordpress", name: "WordPress", kind: "DELIVERY", technical: true, defaultPm: "rui" },
  { slug: "shopify", name: "Shopify", kind: "DELIVERY", technical: true, defaultPm: "hannah" },
  { slug: "integration", name: "Integration", kind: "DELIVERY", technical: true, defaultPm: "ananya" },
  { slug: "sales-europe", name: "Sales Europe", kind: "SALES", technical: false, defaultPm: null },
  { slug: "sales-americas", name: "Sales Americas", kind: "SALES", technical: false, defaultPm: null },
] as const satisfies readonly { slug: TeamSlug; name: string; kind: "SALES" | "DELIVERY"; technical: boolean; defaultPm: string | null }[];

export type SamplePerson = {
  name: string;
  zone: string;
  roles: readonly (readonly [TeamSlug, Role])[];
  /** Monday to Friday, the same hours each day. */
  hours: readonly (readonly [string, string])[];
  prefers: MeetingPreference;
  loadCap: number;
  skills: readonly string[];
  backup?: string;
  isAdmin?: boolean;
  /** First and last day off, in days from now. */
  timeOff?: { from: number; to: number; note: string };
};

const BERLIN = { zone: "Europe/Berlin", hours: [["09:00", "12:30"], ["13:30", "17:30"]] } as const;
const LISBON = { zone: "Europe/Lisbon", hours: [["09:30", "13:00"], ["14:00", "18:30"]] } as const;
const NEW_YORK = { zone: "America/New_York", hours: [["08:30", "12:00"], ["12:45", "17:00"]] } as const;
const KOLKATA = { zone: "Asia/Kolkata", hours: [["10:30", "14:00"], ["15:00", "19:30"]] } as const;

/** Sixteen people in four time zones. */
export const CAST = {
  sofia: {
    name: "Sofia Lindqvist", ...BERLIN, roles: [["sales-europe", "MANAGER"]], prefers: "SHORT_CALLS", loadCap: 6,
    skills: ["pricing", "public tenders"], backup: "marcus",
  },
  jonas: {
    name: "Jonas Weidner", ...BERLIN, roles: [["sales-europe", "SALES"]], prefers: "ANY", loadCap: 8,
    skills: ["manufacturing", "German"], backup: "zoe",
  },
  zoe: {
    name: "Zoë van Dijk", ...BERLIN, roles: [["sales-europe", "SALES"]], prefers: "ANY", loadCap: 8,
    skills: ["retail", "Dutch", "French"], backup: "jonas",
  },
  tomas: {
    name: "Tomás Figueiredo", ...LISBON, roles: [["sales-europe", "SALES"]], prefers: "ANY", loadCap: 8,
    skills: ["food and drink", "Portuguese", "Spanish"], backup: "zoe",
  },
  marcus: {
    name: "Marcus Bell", ...NEW_YORK, roles: [["sales-americas", "MANAGER"], ["sales-americas", "SALES"]], prefers: "SHORT_CALLS", loadCap: 6,
    skills: ["financial services"], backup: "sofia",
  },
  priscila: {
    name: "Priscila Araújo", ...NEW_YORK, roles: [["sales-americas", "SALES"]], prefers: "ANY", loadCap: 8,
    skills: ["retail", "Portuguese", "Spanish"], backup: "marcus",
  },
  katarina: {
    name: "Katarína Novotná", ...BERLIN, roles: [["hubspot", "MANAGER"], ["wordpress", "MANAGER"]], prefers: "IN_WRITING", loadCap: 6,
    skills: ["planning"], backup: "daniel", isAdmin: true,
  },
  daniel: {
    name: "Daniel Okafor", ...LISBON, prefers: "SHORT_CALLS", loadCap: 6, skills: ["Shopify", "B2B", "checkout"], backup: "katarina",
    roles: [["shopify", "MANAGER"], ["integration", "MANAGER"], ["shopify", "TEAM_LEAD"]],
  },
  miriam: {
    name: "Miriam Adler", ...BERLIN, roles: [["hubspot", "PM"], ["integration", "PM"], ["shopify", "PM"]], prefers: "SHORT_CALLS", loadCap: 6,
    skills: ["HubSpot", "ERP", "German"], backup: "ananya",
  },
  rui: {
    name: "Rui Carvalho", ...LISBON, roles: [["wordpress", "PM"], ["shopify", "PM"]], prefers: "ANY", loadCap: 5,
    skills: ["WordPress", "editorial", "French", "Portuguese"], backup: "hannah", timeOff: { from: 16, to: 20, note: "Family visit" },
  },
  hannah: {
    name: "Hannah Whitfield", ...NEW_YORK, roles: [["shopify", "PM"], ["wordpress", "PM"]], prefers: "SHORT_CALLS", loadCap: 6,
    skills: ["Shopify", "retail launches"], backup: "rui",
  },
  ananya: {
    name: "Ananya Iyer", ...KOLKATA, roles: [["integration", "PM"], ["hubspot", "PM"]], prefers: "IN_WRITING", loadCap: 6,
    skills: ["integrations", "HubSpot", "logistics"], backup: "miriam",
  },
  stefan: {
    name: "Stefan Hölzl", ...BERLIN, roles: [["hubspot", "TEAM_LEAD"]], prefers: "IN_WRITING", loadCap: 5,
    skills: ["HubSpot", "data migration", "consent"], backup: "arjun",
  },
  ines: {
    name: "Inês Moreira", ...LISBON, roles: [["wordpress", "TEAM_LEAD"]], prefers: "ANY", loadCap: 5,
    skills: ["WordPress", "performance", "accessibility"], backup: "grace",
  },
  arjun: {
    name: "Arjun Mehta", ...KOLKATA, roles: [["integration", "TEAM_LEAD"]], prefers: "IN_WRITING", loadCap: 5,
    skills: ["ERP", "queues", "EDI"], backup: "stefan",
  },
  grace: {
    name: "Grace Nakamura", ...NEW_YORK, prefers: "NO_CLIENT_CALLS", loadCap: 3, skills: ["Liquid", "PHP", "React"], backup: "ines",
    roles: [["shopify", "DEVELOPER"], ["wordpress", "DEVELOPER"], ["wordpress", "TEAM_LEAD"]],
  },
} as const satisfies Record<string, SamplePerson>;

export type PersonKey = keyof typeof CAST;
export const PERSON_KEYS = Object.keys(CAST) as PersonKey[];

/** Each person's address, made from the name: `zoe.van.dijk@kestrel-vale.example`. */
export const sampleEmail = (name: string): string =>
  `${name.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().replaceAll(" ", ".")}@kestrel-vale.example`;
