// For browser tests: a handover of their own in the sample, submitted like the one of the deal named, by the same
// people. `node --import tsx tests/support/new-handover.ts "Portfolio website"` prints its id, number, keys and people as JSON.
// DATABASE_URL is the sample database's, as its owner.
import { mint, type UserActor } from "@/lib/auth/ctx";
import { beginHandover } from "@/lib/handovers/commands/begin";
import { acceptKey } from "@/lib/handovers/commands/decide";
import { namePeople } from "@/lib/handovers/commands/people";
import { submitHandover } from "@/lib/handovers/commands/submit";
import { type Db, prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

const [like = "Portfolio website", until = "submitted"] = process.argv.slice(2);

async function ctxOf(db: Db, userId: string) {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { memberships: { include: { team: { select: { kind: true } } } } } });
  const memberships = user.memberships.map(({ teamId, role, team }) => ({ teamId, role, kind: team.kind }));
  const actor: UserActor = { type: "user", id: user.id, name: user.name, isAdmin: user.isAdmin, memberships };
  return mint({ actor, now: new Date(), requestId: "e2e", db });
}

async function copy(db: Db) {
  const model = await db.handover.findFirstOrThrow({ where: { deal: { name: like } }, include: { deal: true, teams: true } });
  const { deal } = model;
  const dealId = newId();
  const name = `${deal.name}, ${dealId.slice(-4)}`;
  await db.deal.create({
    data: {
      id: dealId, clientId: deal.clientId, name, stage: "WON", valueMinor: deal.valueMinor, currency: deal.currency,
      contractType: deal.contractType, contactOwnerId: model.contactOwnerId, ownerId: model.dealOwnerId, createdById: model.contactOwnerId,
      wonAt: new Date(), signedOn: new Date(), signedEvidence: "https://files.example/signed.pdf",
      teams: { create: model.teams.map(({ teamId }) => ({ teamId })) },
    },
  });
  const seller = await ctxOf(db, model.contactOwnerId);
  const { id, number: own } = await beginHandover(seller, { dealId });
  await db.$executeRaw`DELETE FROM "BriefAnswer" WHERE "handoverId" = ${id}::uuid`;
  await db.$executeRaw`
    INSERT INTO "BriefAnswer" ("handoverId", field, "rowId", state, value, "unknownOwnerId", "unknownDue", "unknownRisk", reason, source, "updatedById")
    SELECT ${id}::uuid, field, "rowId", state, value, "unknownOwnerId", "unknownDue", "unknownRisk", reason, source, "updatedById"
    FROM "BriefAnswer" WHERE "handoverId" = ${model.id}::uuid`;
  await namePeople(seller, { id, pmId: model.pmId, leads: model.teams.map(({ teamId, leadId }) => ({ teamId, leadId })) });
  if (until !== "draft") await submitHandover(seller, { id, revision: 1 });
  const keys = await db.handoverKey.findMany({ where: { handoverId: id }, include: { holder: true }, orderBy: { id: "asc" } });
  if (until === "accepted")
    for (const { id: keyId, holderId } of keys) await acceptKey(await ctxOf(db, holderId), { id, keyId, briefVersion: 1, conditions: [] });
  const people = await db.user.findMany({ where: { id: { in: [model.contactOwnerId, model.pmId ?? ""] } } });
  const named = (userId: string | null) => people.find((one) => one.id === userId)?.name ?? "";
  return {
    id, number: own, deal: name, seller: named(model.contactOwnerId), pm: named(model.pmId),
    keys: keys.map(({ id: keyId, role, holder }) => ({ id: keyId, role, holder: holder.name })),
  };
}

console.log(JSON.stringify(await copy(prisma)));
process.exit(0); // the queues' library leaves timers
