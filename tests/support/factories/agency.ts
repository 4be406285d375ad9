import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Role, TeamKind } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { briefTemplateFor, discoverySetFor, VERSION_ONE, VERSION_ONE_KINDS } from "@/lib/policies/defaults/version-one";

export const OFFICE_HOURS: [string, string][][] = [
  [["09:00", "17:00"]], [["09:00", "17:00"]], [["09:00", "17:00"]], [["09:00", "17:00"]], [["09:00", "17:00"]], [], [],
];

/** One person, with roles in teams. */
export async function aPerson(
  db: Db, name: string, roles: readonly { teamId: string; role: Role }[] = [], more: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<string> {
  const id = newId();
  await db.user.create({
    data: {
      id, name, email: `${name.toLowerCase().replaceAll(" ", ".")}.${id.slice(-6)}@agency.example`, zone: "Europe/Berlin",
      workingHours: OFFICE_HOURS, memberships: { create: roles.map(({ teamId, role }) => ({ teamId, role })) }, ...more,
    },
  });
  return id;
}

/** One team; a delivery team with version 1 of its brief template and of its discovery questions. */
export async function aTeam(db: Db, name: string, kind: TeamKind = "DELIVERY"): Promise<string> {
  const id = newId();
  const slug = `${name.toLowerCase()}-${id.slice(-6)}`;
  await db.team.create({ data: { id, slug, name, kind, technical: kind === "DELIVERY" } });
  if (kind === "DELIVERY")
    await db.policyVersion.createMany({
      data: [
        { id: newId(), kind: "BRIEF_TEMPLATE", teamId: id, version: 1, status: "PUBLISHED", content: briefTemplateFor({ slug, name }) as Prisma.InputJsonValue },
        { id: newId(), kind: "DISCOVERY_SET", teamId: id, version: 1, status: "PUBLISHED", content: discoverySetFor({ slug }) as Prisma.InputJsonValue },
      ],
    });
  return id;
}

/** The organisation and its policies, once per database. */
export async function anOrganisation(db: Db): Promise<string> {
  const existing = await db.organisation.findFirst({ select: { id: true } });
  if (existing) return existing.id;
  const id = newId();
  await db.organisation.create({ data: { id, name: "Nordlicht", zone: "Europe/Berlin" } });
  await db.policyVersion.createMany({
    data: VERSION_ONE_KINDS.map((kind) => ({ id: newId(), kind, version: 1, status: "PUBLISHED" as const, content: VERSION_ONE[kind] as Prisma.InputJsonValue })),
  });
  return id;
}

/** A small agency: Sam sells, Pia is PM and Lee leads WordPress, Lin leads Shopify, Bea and Bo manage, Dev develops. */
export async function anAgency(db: Db) {
  const organisationId = await anOrganisation(db);
  const sales = await aTeam(db, "Sales", "SALES");
  const wordpress = await aTeam(db, "WordPress");
  const shopify = await aTeam(db, "Shopify");
  return {
    organisationId, sales, wordpress, shopify,
    sam: await aPerson(db, "Sam", [{ teamId: sales, role: "SALES" }]),
    sue: await aPerson(db, "Sue", [{ teamId: sales, role: "SALES" }]),
    bea: await aPerson(db, "Bea", [{ teamId: sales, role: "MANAGER" }]),
    pia: await aPerson(db, "Pia", [{ teamId: wordpress, role: "PM" }, { teamId: shopify, role: "PM" }]),
    max: await aPerson(db, "Max", [{ teamId: wordpress, role: "PM" }]),
    lee: await aPerson(db, "Lee", [{ teamId: wordpress, role: "TEAM_LEAD" }]),
    lin: await aPerson(db, "Lin", [{ teamId: shopify, role: "TEAM_LEAD" }]),
    bo: await aPerson(db, "Bo", [{ teamId: wordpress, role: "MANAGER" }]),
    dev: await aPerson(db, "Dev", [{ teamId: wordpress, role: "DEVELOPER" }]),
    ada: await aPerson(db, "Ada", [], { isAdmin: true }),
  };
}
export type Agency = Awaited<ReturnType<typeof anAgency>>;
