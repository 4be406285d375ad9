import type { JWT } from "next-auth/jwt";
import { authOptions } from "@/lib/auth/next-auth";
import { expect, test } from "../../support/db";

const { jwt, session, redirect } = authOptions.callbacks ?? {};
const claims: JWT = { sub: "01890000-0000-7000-8000-000000000001", epoch: 2 };

test("claims are written at sign-in, with nothing but who and in which epoch", async () => {
  const user = { id: "01890000-0000-7000-8000-000000000001", epoch: 2, name: "Ada", email: "ada@agency.example" };
  expect(await jwt?.({ token: { name: "Ada" }, user, account: null, trigger: "signIn" })).toEqual(claims);
});

test("what a browser posts to update its session changes nothing", async () => {
  const posted = { sub: "somebody else", epoch: 99, sample: true, isAdmin: true };
  expect(await jwt?.({ token: claims, user: { id: "x", email: "" }, account: null, trigger: "update", session: posted })).toEqual(claims);
});

test("the session that a browser may read says no more than when it ends", async () => {
  const given = { session: { expires: "2030-01-01", user: { name: "Ada" } }, token: claims, user: { id: "x", email: "", emailVerified: null }, newSession: {}, trigger: "update" as const };
  expect(await session?.(given)).toEqual({ expires: "2030-01-01" });
});

test("after signing in, one stays on this site", async () => {
  const to = (url: string) => redirect?.({ url, baseUrl: "http://evil.example" });
  expect(await to("/deals")).toBe("http://localhost:3000/deals");
  expect(await to("http://localhost:3000/deals?x=1")).toBe("http://localhost:3000/deals?x=1");
  for (const url of ["http://evil.example/", "http://localhost:3000@evil.example/", "http://localhost:3000.evil.example", "//evil.example"])
    expect(new URL((await to(url)) ?? "").host, url).toBe("localhost:3000");
});
