import "server-only";
import type * as z from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { changesBetween } from "@/lib/events/changes";
import { adminRefusal } from "@/lib/auth/policy";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { addHolidayInput, removeHolidayInput, updateOrganisationInput } from "../schema";
import { changeOrganisation } from "./change";

const FIELDS = {
  name: { label: "name", text: (value: string) => value },
  zone: { label: "time zone", text: (value: string) => value },
  currency: { label: "currency", text: (value: string) => value },
  soloMode: { label: "solo mode", text: (value: boolean) => (value ? "on" : "off") },
};

/** Name, zone, currency and solo mode (P1.7). */
export const updateOrganisation = (ctx: Ctx, data: z.output<typeof updateOrganisationInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const organisation = await tx.organisation.findFirstOrThrow();
    const changes = changesBetween(FIELDS, organisation, data);
    if (changes.length === 0) return { id: organisation.id };
    await tx.organisation.update({ where: { id: organisation.id }, data });
    await record("organisation.changed", { changes });
    return { id: organisation.id };
  });

/** A day on which nobody works. Throws CONFLICT when the day is one already. */
export const addHoliday = (ctx: Ctx, { date, name }: z.output<typeof addHolidayInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const day = new Date(date);
    const other = await tx.holiday.findUnique({ where: { date: day } });
    if (other) throw new AppError("CONFLICT", { reason: `${date} is a holiday already: ${other.name}.` });
    const id = newId();
    await tx.holiday.create({ data: { id, date: day, name } });
    await record("holiday.added", { date, name });
    return { id };
  });

/** The day is a working day again. Throws NOT_FOUND when it was removed before. */
export const removeHoliday = (ctx: Ctx, { id }: z.output<typeof removeHolidayInput>) =>
  changeOrganisation(ctx, async (tx, record) => {
    enforce(adminRefusal(ctx.actor));
    const holiday = await tx.holiday.findUnique({ where: { id } });
    if (!holiday) throw new AppError("NOT_FOUND");
    await tx.holiday.delete({ where: { id } });
    await record("holiday.removed", { date: holiday.date.toISOString().slice(0, 10), name: holiday.name });
    return { id };
  });
