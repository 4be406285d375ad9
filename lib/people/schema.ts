import * as z from "zod";
import type { Role as RoleName } from "@/lib/platform/generated/enums";
import { MeetingPreference, Role } from "@/lib/platform/generated/enums";
import { requiredText, text } from "@/lib/platform/text";
import { zone } from "@/lib/platform/zones";
import { PASSWORD_MAX, PASSWORD_MIN } from "./rules/limits";

const id = z.uuid("Choose one of the list.");
const required = (max: number, sentence: string) => text(max).refine((value) => value.trim() !== "", sentence);
const revision = z.coerce.number().int().min(1);

/** A new password: long, and otherwise as anybody likes. */
export const newPassword = text(PASSWORD_MAX).min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters. A sentence is fine.`);
const password = text(PASSWORD_MAX).min(1, "Enter your password.");

export const personName = required(120, "Enter the name.");
/** Kept without the spaces around it; what stands between is as typed. */
export const emailAddress = required(254, "Enter the mail address.").trim().pipe(z.email("Enter a mail address, like name@example.com."));

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time like 09:00.");
const interval = z.tuple([time, time]).refine(([from, to]) => from < to, "The end must be after the beginning.");
const isBlank = (pair: unknown) => Array.isArray(pair) && pair.every((part) => part === "");
const day = z.preprocess(
  (pairs) => (Array.isArray(pairs) ? pairs.filter((pair) => !isBlank(pair)) : pairs),
  z.array(interval).max(2).refine((list) => list.every(([from], i) => i === 0 || (list[i - 1]?.[1] ?? "") <= from), "The hours overlap, or are not in order."),
);
/** Seven days, Monday first; a pair of empty fields of a form is no interval. */
export const workingHours = z.array(day).length(7).refine((week) => week.some((hours) => hours.length > 0), "Enter working hours on at least one day.");

const noneOr = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? null : value), schema.nullable());
const backupId = noneOr(id);
const skills = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map((skill) => skill.trim()).filter(Boolean) : value),
  z.array(requiredText(60)).max(30),
);

/** `<team>:<role>`, as a box of the matrix says it. */
const heldRole = z.preprocess(
  (value) => (typeof value === "string" ? { teamId: value.slice(0, value.lastIndexOf(":")), role: value.slice(value.lastIndexOf(":") + 1) } : value),
  z.strictObject({ teamId: id, role: z.enum(Role) }),
);
export type HeldRole = { teamId: string; role: RoleName };
const roles = z.array(heldRole).max(200);

export const signInInput = z.strictObject({ email: required(254, "Enter your mail address."), password, next: text(2_000).default("/") });
export const signInToSampleInput = z.strictObject({ userId: id });

export const invitePersonInput = z.strictObject({
  name: personName, email: emailAddress, zone, isAdmin: z.boolean().default(false), roles: roles.default([]),
});
export const joinInput = z.strictObject({ token: text(100), password: newPassword });

export const updatePersonInput = z.strictObject({
  userId: id, revision,
  name: personName, email: emailAddress, zone, workingHours, backupId, skills,
  meetingPreference: z.enum(MeetingPreference),
  loadCap: z.coerce.number("Enter a whole number.").int("Enter a whole number.").min(1, "Enter at least 1.").max(99, "Enter at most 99."),
});
export const setRolesInput = z.strictObject({ userId: id, revision, isAdmin: z.boolean(), roles });
/** Everything that an admin's page of a person holds, saved at once. */
export const savePersonInput = updatePersonInput.extend({ isAdmin: z.boolean(), roles });
export const personInput = z.strictObject({ userId: id });

export const updateProfileInput = z.strictObject({
  revision, zone, workingHours, backupId, meetingPreference: z.enum(MeetingPreference), singleKeys: z.boolean(),
});
export const changePasswordInput = z.strictObject({ current: password, password: newPassword });

export const addTimeOffInput = z
  .strictObject({ userId: id, from: z.iso.date("Enter the first day."), to: z.iso.date("Enter the last day."), note: text(200).default("") })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day must not be before the first." });
export const removeTimeOffInput = z.strictObject({ id });

export const peopleFilter = z.object({
  q: text(120).catch("").default(""),
  role: z.enum([...Object.values(Role), "ADMIN"]).optional().catch(undefined),
  team: id.optional().catch(undefined),
  active: z.enum(["yes", "no", "all"]).catch("yes").default("yes"),
  after: text(400).optional().catch(undefined),
});
export type PeopleFilter = z.infer<typeof peopleFilter>;
