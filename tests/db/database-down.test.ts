import { saveAnswers } from "@/lib/handovers/commands/answers";
import { asAppError } from "@/lib/http/make-action";
import { isDatabaseDown, orUnavailable } from "@/lib/platform/database-down";
import { asOwner, asUser, expect, prisma, test } from "../support/db";
import { aDraft } from "../support/factories/handovers";

const cutConnections = () =>
  asOwner((owner) => owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'"));

test("P1.3 when the database closes every connection, a save fails as UNAVAILABLE or works, and works again at once", async () => {
  const { id, sam } = await aDraft();
  const ctx = await asUser(sam);
  const { revision } = await prisma.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } });
  const save = () => saveAnswers(ctx, { id, changes: [{ field: "purpose.goals", rowId: null, base: revision, state: "VALUE", value: "Typed over a restart." }] });
  await cutConnections();
  const tries: string[] = [];
  for (let i = 0; i < 20 && tries.at(-1) !== "saved"; i++)
    tries.push(await save().then(({ answers }) => answers[0]?.outcome ?? "", (error: unknown) => asAppError(error, () => undefined).code));
  expect(tries.at(-1)).toBe("saved");
  expect(tries.slice(0, -1).every((outcome) => outcome === "UNAVAILABLE"), tries.join()).toBe(true);
  expect((await prisma.briefAnswer.findFirstOrThrow({ where: { handoverId: id, field: "purpose.goals" } })).value).toBe("Typed over a restart.");
});

test("a database that cannot be reached is told from other failures", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  expect(isDatabaseDown(refused)).toBe(true);
  expect(isDatabaseDown(new Error("Invalid invocation", { cause: refused }))).toBe(true);
  expect(isDatabaseDown(new Error("Cannot read properties of undefined"))).toBe(false);
  expect(asAppError(refused, () => undefined)).toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("Nothing was lost") });
});

test("P7.5 a page's reader hears that the database is away, the log hears why, and other failures stay what they are", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  const away = await orUnavailable(() => Promise.reject(refused)).catch((error: unknown) => error);
  expect(away).toMatchObject({ code: "UNAVAILABLE", digest: "UNAVAILABLE", cause: refused });
  const reported: unknown[] = [];
  expect(asAppError(away, (error) => reported.push(error))).toBe(away);
  expect(reported).toEqual([refused]);
  await expect(orUnavailable(() => Promise.reject(new Error("a defect")))).rejects.toThrow("a defect");
});
