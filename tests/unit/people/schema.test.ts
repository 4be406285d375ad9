import { expect, test } from "vitest";
import { addTimeOffInput, emailAddress, newPassword, peopleFilter, setRolesInput, workingHours } from "@/lib/people/schema";

const week = (monday: unknown): unknown => [monday, [], [], [], [], [], []];
const messageOf = (schema: { safeParse: (v: unknown) => { success: boolean; error?: { issues: { message: string }[] } } }, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : (parsed.error?.issues[0]?.message ?? "");
};

test.each([
  ["a few characters", "fourteen chars", false],
  ["exactly fifteen", "fifteen chars!!", true],
  ["a sentence in any script", "не забудь меня, пожалуйста", true],
  ["spaces at the ends, which count", "     hello     ", true],
  ["a NUL", `long enough\0 but broken`, false],
  ["half of a pair", `long enough \ud800 but broken`, false],
  ["more than 200", "x".repeat(201), false],
])("a password of %s", (_, password, isFine) => {
  expect(newPassword.safeParse(password).success).toBe(isFine);
});

test("a password is kept exactly as it was typed", () => {
  expect(newPassword.parse("  Grüße aus Köln  ")).toBe("  Grüße aus Köln  ");
});

test("a mail address loses the spaces around it, and nothing else", () => {
  expect(emailAddress.parse(" Ada@Example.com ")).toBe("Ada@Example.com");
  expect(messageOf(emailAddress, "ada")).toBe("Enter a mail address, like name@example.com.");
  expect(messageOf(emailAddress, " ")).toBe("Enter the mail address.");
});

test("empty fields of a day are no working hours", () => {
  expect(workingHours.parse(week([["09:00", "12:00"], ["", ""]]))).toEqual(week([["09:00", "12:00"]]));
});

test.each([
  ["hours that end before they begin", week([["17:00", "09:00"]]), "The end must be after the beginning."],
  ["hours that overlap", week([["09:00", "13:00"], ["12:00", "17:00"]]), "The hours overlap, or are not in order."],
  ["half an interval", week([["09:00", ""]]), "Enter a time like 09:00."],
  ["no day at all", week([]), "Enter working hours on at least one day."],
])("%s are refused", (_, value, message) => {
  expect(messageOf(workingHours, value)).toBe(message);
});

test("a box of the matrix is a role in a team", () => {
  const teamId = "01890000-0000-7000-8000-000000000001";
  const input = { userId: teamId, revision: "3", isAdmin: false, roles: [`${teamId}:PM`] };
  expect(setRolesInput.parse(input)).toEqual({ userId: teamId, revision: 3, isAdmin: false, roles: [{ teamId, role: "PM" }] });
  expect(setRolesInput.safeParse({ ...input, roles: [`${teamId}:OWNER`] }).success).toBe(false);
  expect(setRolesInput.safeParse({ ...input, roles: ["PM"] }).success).toBe(false);
});

test("time off does not end before it begins", () => {
  const userId = "01890000-0000-7000-8000-000000000001";
  expect(addTimeOffInput.safeParse({ userId, from: "2030-02-02", to: "2030-02-01" }).success).toBe(false);
  expect(addTimeOffInput.safeParse({ userId, from: "2030-02-30", to: "2030-03-01" }).success).toBe(false);
  expect(addTimeOffInput.safeParse({ userId, from: "2030-02-01", to: "2030-02-01" }).success).toBe(true);
});

test("a filter from an address that makes no sense is no filter", () => {
  expect(peopleFilter.parse({ role: "KING", team: "x", active: "maybe", q: ["a", "b"] })).toEqual({ q: "", active: "yes" });
});
