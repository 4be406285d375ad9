import "server-only";
import { mint } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { dayIn } from "@/lib/platform/time";
import { VERSION_ONE, VERSION_ONE_KINDS } from "@/lib/policies/defaults/version-one";
import { insertTeam } from "@/lib/teams/commands";
import { CAST, PERSON_KEYS, type PersonKey, SAMPLE_ORGANISATION, SAMPLE_TEAMS, sampleEmail, type SamplePerson, type TeamSlug } from "./cast";
import { dayFrom } from "./moments";

export type Ids = { people: Record<PersonKey, string>; teams: Record<TeamSlug, string> };

/** Organisation, policies, teams and people, as an admin would have set them up at `now`. `today` is when the sample is looked at. */
export async function buildOrganisation(tx: Db, { now, today }: { now: Date; today: Date }): Promise<Ids> {
  const stream = newId();
  const people = Object.fromEntries(PERSON_KEYS.map((key) => [key, newId()])) as Ids["people"];
  const admin = { type: "user", id: people.katarina, name: CAST.katarina.name, isAdmin: true, memberships: [] } as const;
  const ctx = mint({ actor: admin, now, requestId: "sample", db: tx });

  await tx.organisation.create({ data: { id: stream, ...SAMPLE_ORGANISATION, createdAt: now } });
  for (const key of PERSON_KEYS) await insertPerson(tx, { id: people[key], person: CAST[key], now, today });
  for (const key of PERSON_KEYS) {
    const { backup }: SamplePerson = CAST[key];
    if (backup) await tx.user.update({ where: { id: people[key] }, data: { backupId: people[backup as PersonKey] } });
  }
  await tx.policyVersion.createMany({
    data: VERSION_ONE_KINDS.map((kind) => ({
      id: newId(), kind, version: 1, status: "PUBLISHED" as const, publishedAt: now, publishedById: people.katarina, createdAt: now, content: VERSION_ONE[kind] as object,
    })),
  });
  await tx.holiday.createMany({ data: holidaysAround(today) });

  const { name, zone, currency } = SAMPLE_ORGANISATION;
  const policies = VERSION_ONE_KINDS.length + 2 * SAMPLE_TEAMS.filter(({ kind }) => kind === "DELIVERY").length;
  await appendEvent(tx, ctx, { stream, type: "organisation.setUp", payload: { name, zone, currency, admin: admin.name, policies } });
  await appendEvent(tx, ctx, { stream, type: "admin.granted", payload: { userId: admin.id, name: admin.name } });
  const teams: Partial<Ids["teams"]> = {};
  for (const { slug, name: team, kind, technical } of SAMPLE_TEAMS) {
    const teamId = await insertTeam(tx, ctx, { slug, name: team, kind, technical });
    await appendEvent(tx, ctx, { stream, type: "team.created", payload: { teamId, name: team, kind } });
    teams[slug] = teamId;
  }
  const ids = { people, teams: teams as Ids["teams"] };
  await tx.membership.createMany({
    data: PERSON_KEYS.flatMap((key) => CAST[key].roles.map(([slug, role]) => ({ userId: people[key], teamId: ids.teams[slug], role }))),
  });
  for (const { slug, defaultPm } of SAMPLE_TEAMS)
    if (defaultPm) await tx.team.update({ where: { id: ids.teams[slug] }, data: { defaultPmId: people[defaultPm] } });
  return ids;
}

async function insertPerson(tx: Db, { id, person, now, today }: { id: string; person: SamplePerson; now: Date; today: Date }): Promise<void> {
  const { name, zone, hours, prefers, loadCap, skills, isAdmin, timeOff } = person;
  const workday = hours.map(([from, to]) => [from, to]);
  await tx.user.create({
    data: {
      id, name, email: sampleEmail(name), zone, workingHours: [workday, workday, workday, workday, workday, [], []], meetingPreference: prefers,
      loadCap, skills: [...skills], isAdmin: isAdmin ?? false, createdAt: now, lastSeenAt: now,
      ...(timeOff && { timeOff: { create: { from: new Date(dayFrom(today, timeOff.from)), to: new Date(dayFrom(today, timeOff.to)), note: timeOff.note } } }),
    },
  });
}

/** Days on which everybody is free, of the years around. */
function holidaysAround(today: Date) {
  const year = Number(dayIn("UTC", today).slice(0, 4));
  const days = [["01-01", "New Year's Day"], ["05-01", "Labour Day"], ["12-25", "Christmas Day"], ["12-26", "Second day of Christmas"]] as const;
  return [year - 1, year, year + 1].flatMap((one) => days.map(([day, name]) => ({ id: newId(), date: new Date(`${one}-${day}`), name })));
}
