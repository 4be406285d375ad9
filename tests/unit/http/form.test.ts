import { expect, test } from "vitest";
import { readForm } from "@/lib/http/read-form";

const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

test("dotted names become nested lists", () => {
  expect(readForm(form(["workingHours.0.0.0", "09:00"], ["workingHours.0.0.1", "12:00"], ["workingHours.1.0.0", ""]))).toEqual({
    workingHours: [[["09:00", "12:00"]], [[""]]],
  });
});

test("a box that is not ticked is false, and several values are a list", () => {
  expect(readForm(form(["roles", "a"], ["roles", "b"]), { lists: ["roles"], checks: ["isAdmin"] })).toEqual({ roles: ["a", "b"], isAdmin: false });
  expect(readForm(form(), { lists: ["roles"] })).toEqual({ roles: [] });
});

test("names that are not ours are left out, and nothing outside the object is reached", () => {
  const fields = readForm(form(["$ACTION_ID_1", "x"], ["__proto__.polluted", "x"], ["constructor.prototype.polluted", "x"], ["name", "Ada"]));
  expect(fields).toMatchObject({ name: "Ada" });
  expect(Object.keys(fields)).not.toContain("$ACTION_ID_1");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
