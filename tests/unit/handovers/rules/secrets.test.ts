import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, GROUP_CELLS } from "@/lib/handovers/fields";
import { secretIn, secretRefusal } from "@/lib/handovers/rules/secrets";

/** Every text of the sample organisation's clients: twelve whole briefs. */
const SAMPLE = readdirSync("lib/sample/clients").flatMap((file) => [...readFileSync(`lib/sample/clients/${file}`, "utf8").matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, text = ""]) => text));

// Put together here, so that no scanner takes this file for a leak.
const KEYS = {
  aws: `AKIA${"IOSFODNN7EXAMPLE"}`, github: `ghp_${"a1B2".repeat(9)}`, fine: `github_pat_${"11ABCDE0Y0".repeat(4)}`, gitlab: `glpat-${"x1y2z3w4v5".repeat(2)}`,
  openai: `sk-${"proj-a1b2C3d4E5f6G7h8I9j0"}`, stripe: `sk_live_${"4eC39HqLyjWDarjtT1zd"}`, slack: `xoxb-${"123456789012-abcdefGHIJ"}`,
  google: `AIza${"SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q"}`, shopify: `shpat_${"0123456789abcdef".repeat(2)}`,
  hubspot: `pat-eu1-${"12345678-1234-1234-1234-123456789abc"}`, sendgrid: `SG.${"abcdefghijklmnop1234"}.${"qrstuvwxyz0123456789"}`,
  jwt: `eyJ${"hbGciOiJIUzI1NiJ9"}.eyJ${"zdWIiOiIxMjM0NTY3ODkwIn0"}.${"dozjgNryP4J3jVmNHl0w5N"}`,
};
const PEM = ["RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", ""].map((kind) => `-----BEGIN ${kind}PRIVATE KEY-----\nMIIEow\n-----END ${kind}PRIVATE KEY-----`);

describe("P1.4 a secret is recognised", () => {
  it.each(Object.entries(KEYS))("a key of %s, alone and inside a sentence", (_, key) => {
    expect(secretIn(key)).toBe("an access key");
    expect(secretIn(`The key for staging:\n(${key}), ask Lars.`)).not.toBeNull();
  });
  it.each(PEM)("a private key %#", (pem) => expect(secretIn(`For the server:\n${pem}`)).toBe("a private key"));
  it.each([
    "postgres://shop:s3cret@db.client.example:5432/shop", "mysql://root:root@10.0.0.4", "mongodb+srv://app:p%40ss@cluster0.example.net/x",
    "https://lars:hunter2@staging.client.example/", "redis://:longpass@cache:6379", "amqp://guest:p@ss@mq.example", "ftp://u:pass@files.example",
  ])("a connection with its password: %s", (text) => expect(secretIn(`It runs on ${text} today`)).toBe("a connection with its password"));
  it.each([
    "password: hunter2", "Password=Summer2028!", "PWD: tr0ub4dor", "Passwort: Sommer24", "Kennwort = geheimnis", "mot de passe: soleil99", "contraseña: luna2028",
    "User admin, password: letmein", "password: \"correcthorse\"", "The password is Winter2027.", "Password: 471193", "Server=sql1;User Id=sa;Password=Pa55w0rd;Encrypt=yes",
    "wachtwoord: zomer12", "WordPress admin\nadmin@client.example\npassword: Qx9!vb", "Login: admin / Hx72kq!9", "Credentials: shop-admin / blue4Horse",
    "{\"password\": \"s3cr3t\"}", "The password was 20281104.",
  ])("a password: %j", (text) => expect(secretIn(text)).toBe("a password"));
  it.each([
    "API key: 9f8e7d6c5b4a39281706", "api_key=4fd9c1e27ab84c0db7", "Client secret: a8Q~7xYz.9LkPq2mN", "access token = 00D5g000004Abcd1234", "Token: 3f9a8b7c6d5e4f3a2b1c",
    "https://api.client.example/orders?api_key=4fd9c1e27ab84c0db7", "Authorization: Bearer 8f14e45fceea167a5a36dedd4bea2543", "secret: 1f8ac10f23c5b5bc1167bda84b833e5c",
    "webhook secret: whsec12345abcdEFG",
  ])("a key behind its name: %j", (text) => expect(secretIn(text)).toBe("an access key"));
});

describe("P1.4 ordinary text is left alone", () => {
  it.each([
    "", "The portal id is 2481632, the sandbox 4455667.", "Call Ms Brandt at +49 40 555 0160 or 0171-2345678.", "https://www.client.example/shop?id=8812&utm_source=mail#top",
    "https://files.example/contract.pdf?version=3f9a8b7c6d5e4f3a2b1c", "https://user@files.example/x", "mailto:brandt@client.example", "Mr Lund: lund@client.example",
    "Password: kept in the vault of the client.", "Password: vault", "Passwords: 1Password, shared with Lars", "password: ***", "Password: <in the vault>", "Password: requested on 4 November",
    "Passwort: siehe Tresor", "The password is reset every 90 days.", "The password is 12 characters long at least.", "Passwords expire; the client wants a password policy: length, age, reuse.",
    "Password reset: customers get a mail.", "API key: requested from Fjordata on 2028-11-04", "API key: received, in the vault", "Token endpoint: https://login.client.example/oauth2/token",
    "Client ID: 8f14e45f-ceea-467a-9a36-dedd4bea2543", "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "01900000-0000-7000-8000-000000000011",
    "Contract C-2026-118, order PO-2028-11-0004, HRB 104 233, DE123456789", "IBAN DE89 3704 0044 0532 0130 00", "Access key for the door is at the desk: ask Lars.",
    "sk-learn and sk-SK are used; the shop sells ski-boots-2028-limited-edition", "They sit at a basic level: Basic understanding-of-the-product", "Tokens: design tokens exist in Figma",
    "Version 6.5, PHP 8.3, node 24.21.0, commit ad0185f2c9", "Meeting: Tue 10:30, room 4 / dial-in 884 221", "Secret: the client does not know yet.", "secret = none",
    "Single sign-on: SAML2 / OIDC", "Login: SSO / SAML2", "Order numbers look like A1B2C3D4E5F6G7H8.", "The budget: 42500 EUR; rate: 125/h", "Pass: the gate opens at 9.",
    "redis://cache:6379 and postgres://db.client.example:5432/shop, credentials in the vault", "postgres://shop:***@db.client.example/shop", "https://client.example:8080/@lars",
  ])("%j", (text) => expect(secretIn(text)).toBeNull());

  it("the table's own examples, labels and help, and every answer of the sample organisation", () => {
    expect(SAMPLE.length).toBeGreaterThan(1_000);
    const own = [...FIELDS, ...GROUP_CELLS].flatMap(({ label, why, help = "", example = "" }) => [label, why, help, example]);
    expect([...own, ...SAMPLE].filter((text) => secretIn(text) !== null)).toEqual([]);
  });
  it("words, numbers and dates, whatever they are", () => fc.assert(fc.property(
    fc.array(fc.oneof(fc.constantFrom("the", "client", "password", "key", "token", "access", "vault", "login", "März", "order", "secret"), fc.integer({ min: 0, max: 9_999 }).map(String), fc.constantFrom("2028-11-04", "10:30", "C-2028", "a@b.example")), { maxLength: 30 }),
    (words) => { expect(secretIn(words.join(" "))).toBeNull(); },
  )));
});

describe("P1.4 what is said of it", () => {
  it("names its kind and where access is recorded, and never the secret", () => fc.assert(fc.property(fc.constantFrom(...Object.values(KEYS)), (key) => {
    const sentence = secretRefusal({ name: "Key", url: `https://files.example/?x=${key}` });
    expect(sentence).toMatch(/^This looks like an access key, and was not saved: .+“Access needed”/);
    expect(sentence).not.toContain(key);
  })));
  it("looks into every shape of value", () => {
    expect(secretRefusal(null)).toBeNull();
    expect(secretRefusal(12)).toBeNull();
    expect(secretRefusal(["one", "password: hunter2"])).not.toBeNull();
    expect(secretRefusal({ ownerId: "x", due: "2028-01-01", risk: "password: hunter2" })).not.toBeNull();
  });
});
