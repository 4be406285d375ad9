import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, mendRefusal } from "@/lib/handovers/rules/mend";

const names = ["Ines Brandt", "Brandt Optik", "WordPress"];
const reason = (before: string, after: string) => mendRefusal({ before, after, names })?.reason ?? null;

describe("P1.7 a typo that a reviewer may mend", () => {
  it.each([
    ["We recieve orders by mail.", "We receive orders by mail."],
    ["Teh shop and the blog.", "The shop and the blog."],
    ["A seperate enviroment for tests.", "A separate environment for tests."],
    ["The web site stays.", "The website stays."],
    ["the shop opens in May", "The shop opens in May."],
    ["Forms , maps and search.", "Forms, maps and search."],
    ["Die Oberfläche bleibt wei sie ist.", "Die Oberfläche bleibt wie sie ist."],
    ["One maintainance contract of 1,200 EUR.", "One maintenance contract of 1,200 EUR."],
    ["The web Site stays.", "The Website stays."],
    ["Teh shop is in seperate parts.", "The shop is in separate parts."],
    ["We recieve seperate enviroments, definately.", "We receive separate environments, definitely."],
    ["We met tham there.", "We met them there."],
    ["thier team decides.", "Their team decides."], ["Thier team decides.", "their team decides."],
    ["Recieve mails.", "Receive mails."],
    ["The adresing of mails.", "The addressing of mails."], ["A guarentie stays.", "A guarantee stays."],
    [`A shop.${"!".repeat(12)}`, "A shop."],
  ])("“%s” becomes “%s”", (before, after) => expect(reason(before, after)).toBeNull());

  it.each([
    ["40 products", "50 products", "number"], ["1,200 EUR", "1.200 EUR", "number"], ["5 € a month", "5 $ a month", "number"], ["until 3 May", "until 3 June", "number"],
    ["two pages", "ten pages", "number"], ["weekly reports", "daily reports", "number"], ["response in < 5 h", "response in > 5 h", "number"],
    ["It is not included.", "It is now included.", "meaning"], ["The shop is in scope.", "The shop is out scope.", "meaning"], ["We can do it.", "We can't do it.", "meaning"],
    ["Ask Ines about it.", "Ask Inez about it.", "name"], ["Paid in EUR as agreed", "Paid in EUS as agreed", "name"],
    ["Their internal team helps.", "Their external team helps.", "another word"], ["This was paid.", "This was unpaid.", "another word"], ["The old host.", "The own host.", "another word"],
    ["We import orders.", "We export orders.", "another word"], ["Ask Marc about it.", "Ask Mark about it.", "another word"],
    ["A shop.", "A big shop.", "adds or removes"], ["A shop for all.", "A shop.", "meaning"], ["One\ntwo", "One two", "lines"],
    ["See https://brandt.example/a", "See https://brandt.example/b", "address"],
    ["The fee is paid.", "The fed is paid.", "another word"], ["An effective shop.", "An affective shop.", "another word"],
    ["A shop, a blog.", "A shop, a blog!!!!!!!!!!!!!!!!", "more than a typo"],
    ["aaaa bbbb cccc dddd eeee", "aaax bbbx cccx dddx eeex", "more than a typo"],
    [`A shop.${"!".repeat(13)}`, "A shop.", "more than a typo"], [`A shop.${"!".repeat(500)}`, "A shop.", "more than a typo"],
    ["web site web site web site", "website website website", "more than a typo"], ["website website website", "web site web site web site", "more than a typo"],
    [`teh ${"word ".repeat(90)}tehn`, `the ${"word ".repeat(90)}then`, "more than a typo"],
    ["-5 degrees", "5 degrees", "number"], ["5 % off", "5 off", "number"], ["5+ pages", "5 pages", "number"],
    ["Write to ines@brandt.example", "Write to ines@brandt.exmaple", "address"],
    ["They don't pay.", "They dont pay.", "meaning"], ["We wil do it.", "We will do it.", "meaning"], ["Home in web site", "home in website", "meaning"],
    ["Ask Inse about it.", "Ask Ines about it.", "name"], ["All PDFs are kept.", "All PFDs are kept.", "name"],
    ["Ask Jose\u0301 about it.", "Ask Jose about it.", "another word"], ["A room of some m² is free.", "A room of some m is free.", "another word"],
    ["A seperate internal team.", "A separate external team.", "another word"], ["Ask Martin about it.", "Ask Marten about it.", "another word"],
    ["A seperete host.", "A separate host.", "another word"], ["A guorentie stays.", "A guarantee stays.", "another word"],
  ])("“%s” does not become “%s”", (before, after, why) => {
    expect(reason(before, after)).toContain(why);
    expect(mendRefusal({ before, after, names })).toMatchObject({ code: "INVALID", rule: "P1.7", reason: expect.stringContaining("Send it back as a point with suggested wording.") });
  });

  it("the same wording is no change", () => expect(reason("A shop.", "A shop.")).toBe("Nothing was changed."));

  it("never lets a digit through, wherever it stands", () =>
    fc.assert(fc.property(fc.string(), fc.string(), fc.nat(9), fc.nat(9), (start, end, a, b) => {
      fc.pre(a !== b);
      expect(mendRefusal({ before: `${start}${a}${end}`, after: `${start}${b}${end}`, names: [] })).not.toBeNull();
    })));

  it("counts letters as people mistype them: a swap is one", () => {
    expect(distance("teh", "the")).toBe(1);
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b) === 0).toBe(a === b);
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }));
  });
});
