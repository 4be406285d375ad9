import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { hashPassword } from "@/lib/auth/password";
import { appendEvent } from "@/lib/events/append";
import { OFFICE_HOURS } from "@/lib/people/format";
import { inTx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import type { TeamKind } from "@/lib/platform/generated/enums";
import { newId } from "@/lib/platform/ids";
import { VERSION_ONE, VERSION_ONE_KINDS } from "@/lib/policies/defaults/version-one";
import { insertTeam } from "@/lib/teams/commands";
import type { setUpInput } from "./schema";

/** What every organisation begins with; all of it can be renamed or stopped. */
export const FIRST_TEAMS = [
  { name: "Sales", slug: "sales", kind: "SALES", technical: false },
  { name: "HubSpot", slug: "hubspot", kind: "DELIVERY", technical: true },
  { name: "WordPress", slug: "wordpress", kind: "DELIVERY", technical: true },
  { name: "Shopify", slug: "shopify", kind: "DELIVERY", technical: true },
  { name: "Integration", slug: "integration", kind: "DELIVERY", technical: true },
] as const satisfies readonly { name: string; slug: string; kind: TeamKind; technical: boolean }[];

/**
 * The organisation, its first admin, the first teams and version 1 of every policy, all or nothing. `ctx` comes from
 * `setUpCtx`, so the token was right; with the first person it is used up. Of two at once one wins, the other is
 * CONFLICT. Returns the admin's id.
 */
export async function setUpOrganisation(ctx: Ctx, input: z.output<typeof setUpInput>): Promise<{ userId: string }> {
  const passwordHash = await hashPassword(input.password);
  return inTx(ctx, async (tx) => {
    const stream = newId();
    const userId = newId();
    const { organisation, zone, currency, name, email } = input;
    const { count } = await tx.organisation.createMany({ data: { id: stream, name: organisation, zone, currency }, skipDuplicates: true });
    if (count === 0) throw new AppError("CONFLICT", { reason: "This installation is set up already. Sign in." });
    await tx.user.create({
      data: { id: userId, name, email, passwordHash, isAdmin: true, zone, workingHours: OFFICE_HOURS as unknown as string[][][], lastSeenAt: ctx.now },
    });
    for (const kind of VERSION_ONE_KINDS)
      await tx.policyVersion.create({
        data: { id: newId(), kind, version: 1, status: "PUBLISHED", publishedAt: ctx.now, publishedById: userId, content: VERSION_ONE[kind] as object },
      });
    await appendEvent(tx, ctx, {
      stream, type: "organisation.setUp",
      payload: { name: organisation, zone, currency, admin: name, policies: VERSION_ONE_KINDS.length + 2 * FIRST_TEAMS.filter(({ kind }) => kind === "DELIVERY").length },
    });
    await appendEvent(tx, ctx, { stream, type: "admin.granted", payload: { userId, name } });
    for (const team of FIRST_TEAMS) {
      const teamId = await insertTeam(tx, ctx, team);
      await appendEvent(tx, ctx, { stream, type: "team.created", payload: { teamId, name: team.name, kind: team.kind } });
    }
    return { userId };
  });
}
