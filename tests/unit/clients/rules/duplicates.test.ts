import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type ClientIdentity, likelyDuplicates, normaliseName, ownDomain } from "@/lib/clients/rules/duplicates";

const client = (name: string, more: Partial<ClientIdentity> = {}): ClientIdentity => ({ name, legalName: "", website: "", emails: [], ...more });
const reasons = (one: ClientIdentity, other: ClientIdentity) => likelyDuplicates(one, [other])[0]?.reasons ?? [];

describe("a client's name, without what people write differently", () => {
  it.each([
    ["Acme GmbH", "acme"],
    ["ACME, Inc.", "acme"],
    ["Dupont S.A.R.L.", "dupont"],
    ["Kowalski Sp. z o.o.", "kowalski"],
    ["Société Générale SA", "societe generale"],
    ["Müller & Söhne KG", "muller sohne"],
    ["Mueller und Soehne", "muller sohne"],
    ["O’Brien's Ltd", "obriens"],
    ["Weiß AG", "weiss"],
    ["SE", "se"],
    ["", ""],
  ])("%s is %s", (name, normal) => expect(normaliseName(name)).toBe(normal));

  test("is the same in any case, and with spaces and commas around it", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(normaliseName(` ${name.toLowerCase()}, `)).toBe(normaliseName(name));
    })));
});

describe("a domain of its own", () => {
  it.each([
    ["anna@acme.com", "acme.com"],
    ["https://www.Acme.com/about?x=1", "acme.com"],
    ["acme.co.uk", "acme.co.uk"],
    ["anna@gmail.com", null],
    ["Anna <anna@web.de", null],
    ["no domain", null],
    ["", null],
  ])("%s: %s", (address, domain) => expect(ownDomain(address)).toBe(domain));
});

describe("likely duplicates", () => {
  it.each([
    ["the same name but for the legal form", client("Acme"), client("ACME GmbH"), ["same name"]],
    ["the legal name of one as the name of the other", client("Nordlicht"), client("Acme", { legalName: "Nordlicht AG" }), ["same name"]],
    ["a typing slip", client("Nordlicht Möbel"), client("Nordlcht Möbel"), ["similar name"]],
    ["a space more", client("Bluebird"), client("Blue Bird Inc"), ["similar name"]],
    ["a name within the other", client("Acme Robotics"), client("Acme Robotics Europe"), ["similar name"]],
    ["a mail domain", client("Blue", { emails: ["a@acme.com"] }), client("Red", { emails: ["b@gmail.com", "c@Acme.com"] }), ["same domain acme.com"]],
    ["a website like a mail's domain", client("Blue", { website: "www.acme.com" }), client("Red", { emails: ["c@acme.com"] }), ["same domain acme.com"]],
  ] as const)("are found by %s, with the reason", (_, one, other, expected) => {
    expect(reasons(one, other)).toEqual(expected);
    expect(reasons(other, one)).toEqual(expected);
  });

  it.each([
    ["short names that differ in a letter", client("Aral"), client("Adal")],
    ["a short word in common", client("Blue"), client("Blue Ocean Travel")],
    ["everybody's mail provider", client("Smith", { emails: ["smith@gmail.com"] }), client("Jones", { emails: ["jones@gmail.com"] })],
    ["nothing at all", client(""), client("")],
  ] as const)("are not made of %s", (_, one, other) => expect(reasons(one, other)).toEqual([]));

  it("come with the most reasons first, and the same every time", () => {
    const known = [client("Acme"), client("Zeta", { website: "acme.com" }), client("ACME AG", { website: "acme.com" })];
    const found = likelyDuplicates(client("Acme", { website: "acme.com" }), known).map(({ client: { name } }) => name);
    expect(found).toEqual(["ACME AG", "Acme", "Zeta"]);
  });

  test("every client is like itself, whatever its name", () =>
    fc.assert(fc.property(fc.string(), fc.domain(), (name, domain) => {
      const one = client(name, { website: domain });
      if (normaliseName(name) !== "" || ownDomain(domain) !== null) expect(reasons(one, one).length).toBeGreaterThan(0);
    })));
});
