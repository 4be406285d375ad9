import { expect, test } from "./fixtures";
import { be, freshHandover, keyOf, openLive } from "./handover";

/** An accept as the browser sent it, to be posted again by hand. */
type Sent = { url: string; headers: Record<string, string>; body: string };

test("P1.7 a server action posted directly opens nothing: without a session, as somebody else, without or with a foreign Origin", async ({ page, request, baseURL, quietly }) => {
  quietly(/40\d/);
  const fresh = await freshHandover(11);
  const other = await freshHandover(11);
  await be(page, fresh.pm);
  const key = keyOf(fresh, fresh.pm);
  await openLive(page, `/handovers/${fresh.id}/review?key=${key}`);
  const posted = page.waitForRequest((one) => one.method() === "POST" && one.headers()["next-action"] !== undefined);
  await page.getByRole("button", { name: /^Accept(?! with)/ }).first().click();
  const first = await posted;
  await first.response();
  const { "next-action": action = "", "content-type": type = "" } = first.headers();
  const sent: Sent = {
    url: `${baseURL ?? ""}/handovers/${other.id}/review`,
    headers: { "next-action": action, "content-type": type, accept: "text/x-component", origin: baseURL ?? "" },
    body: (first.postData() ?? "").replaceAll(fresh.id, other.id).replaceAll(key, keyOf(other, other.pm)),
  };
  const post = async (headers: Record<string, string>, cookie?: string) => {
    const answer = await request.post(sent.url, { data: sent.body, headers: { ...headers, cookie: cookie ?? "" }, maxRedirects: 0 });
    return { status: answer.status(), text: await answer.text() };
  };
  const cookies = async () => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

  expect((await post(sent.headers)).text).not.toContain('"ok":true');
  const { origin: _, ...noOrigin } = sent.headers;
  expect((await post(noOrigin, await cookies())).status).toBe(403);
  expect((await post({ ...sent.headers, origin: "https://evil.example" }, await cookies())).status).toBe(403);

  await be(page, other.seller);
  const bySeller = await post(sent.headers, await cookies());
  expect(bySeller.text).toContain("FORBIDDEN");
  await be(page, "Grace Nakamura");
  expect((await post(sent.headers, await cookies())).text).toContain("NOT_FOUND");

  await be(page, other.pm);
  expect((await post(sent.headers, await cookies())).text).toContain('"ok":true');
});
