import { describe, expect, it } from "vitest";
import { askedWords, repeatedReasons } from "@/lib/handovers/rules/repeated-returns";

const point = (version: number, reason: "UNCLEAR" | "MISSING", undoneAt: Date | null = null) => ({ version, reason, undoneAt });

describe("P1.10: two returns for the same reason", () => {
  it("P1.10: are of two versions, whoever returned them and whatever the field", () => {
    expect(repeatedReasons([point(1, "UNCLEAR"), point(2, "UNCLEAR"), point(2, "MISSING")])).toEqual(["UNCLEAR"]);
    expect(repeatedReasons([point(1, "UNCLEAR"), point(2, "MISSING"), point(3, "UNCLEAR"), point(4, "MISSING")])).toEqual(["MISSING", "UNCLEAR"]);
  });
  it("P1.10: several points of one return are one", () => expect(repeatedReasons([point(1, "UNCLEAR"), point(1, "UNCLEAR")])).toEqual([]));
  it("P1.10: what was taken back does not count", () => expect(repeatedReasons([point(1, "UNCLEAR", new Date(0)), point(2, "UNCLEAR")])).toEqual([]));
  it("P1.10: says who has been asked, in words", () => {
    expect(askedWords({ managers: ["Ada", "Ben"] })).toBe("two returns for the same reason: Ada and Ben have been asked to help");
    expect(askedWords({ managers: ["Ada"] })).toBe("two returns for the same reason: Ada has been asked to help");
    expect(askedWords({ managers: [] })).toBe("two returns for the same reason: no manager is named who could help");
  });
});
