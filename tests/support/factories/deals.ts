import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { newId } from "@/lib/platform/ids";
import type { Agency } from "./agency";

/** One client, with one contact. */
export async function aClient(db: Db, name = "Acme", more: Partial<Prisma.ClientUncheckedCreateInput> = {}) {
  const [id, contactId] = [newId(), newId()];
  await db.client.create({
    data: { id, name, contacts: { create: { id: contactId, name: "Anna Brandt", email: "anna@acme.example", roles: ["DECISION_MAKER"] } }, ...more },
  });
  return { id, contactId };
}

type People = { sam: string };

/** A deal of Sam's in PROPOSAL, with a client of its own. */
export async function aDeal(db: Db, { sam }: People, more: Partial<Prisma.DealUncheckedCreateInput> = {}): Promise<string> {
  const id = newId();
  const clientId = more.clientId ?? (await aClient(db)).id;
  await db.deal.create({
    data: {
      id, clientId, name: "New shop", stage: "PROPOSAL", valueMinor: 1_250_000n, currency: "EUR",
      contactOwnerId: sam, ownerId: sam, createdById: sam, ...more,
    },
  });
  return id;
}

/** The same, won and signed. */
export const aWonDeal = (db: Db, people: People, more: Partial<Prisma.DealUncheckedCreateInput> = {}): Promise<string> =>
  aDeal(db, people, {
    stage: "WON", wonAt: new Date("2030-01-02T09:00:00Z"), signedOn: new Date("2030-01-02"), signedEvidence: "https://sign.example/1", ...more,
  });

/**
 * A handover of the deal in its first state or, past what the lifecycle would ask for, as if it had been submitted: for
 * tests of what others may see.
 */
export async function aHandoverOf(db: Db, dealId: string, more: Partial<Prisma.HandoverUncheckedCreateInput> = {}): Promise<string> {
  const id = newId();
  const { contactOwnerId, ownerId } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
  await db.handover.create({ data: { id, dealId, contactOwnerId, dealOwnerId: ownerId, accountableId: contactOwnerId, createdById: contactOwnerId, ...more } });
  return id;
}

/** A PM's key, and the handover submitted and accepted with it, by the moves that the database knows. */
export async function accepted(db: Db, handoverId: string, pmId: string): Promise<void> {
  await db.handover.update({ where: { id: handoverId }, data: { pmId, firstSubmitAt: new Date("2030-01-02T09:30:00Z") } });
  await db.handoverKey.create({ data: { id: newId(), handoverId, role: "PM", holderId: pmId, state: "ACCEPTED" } });
  await db.handover.update({ where: { id: handoverId }, data: { status: "SUBMITTED" } });
  await db.handover.update({ where: { id: handoverId }, data: { status: "ACCEPTED" } });
}

/** A live handover that Pia leads and Sam began. */
export async function aLiveHandover(db: Db, agency: Agency): Promise<{ id: string; dealId: string }> {
  const dealId = await aWonDeal(db, agency);
  const id = await aHandoverOf(db, dealId);
  await db.handoverTeam.create({ data: { handoverId: id, teamId: agency.wordpress, leadId: agency.lee } });
  await accepted(db, id, agency.pia);
  return { id, dealId };
}
