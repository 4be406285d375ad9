import { describe, expect, it } from "vitest";
import { mayDownload, type Reader } from "@/lib/documents/rules/readers";

const everything = new Set(["all", "internal", "commercial", "technical"] as const);
const technical = new Set(["all", "internal", "technical"] as const);
const seller: Reader = { status: "SUBMITTED", isWriter: true, mayAnswer: false, readable: everything };
const pm: Reader = { status: "SUBMITTED", isWriter: false, mayAnswer: false, readable: everything };
const lead: Reader = { status: "SUBMITTED", isWriter: false, mayAnswer: false, readable: technical };

describe("B4: who downloads a document", () => {
  const inVersion = (visibility: "all" | "commercial") => ({ own: visibility, standings: [{ in: "version" as const, visibility }] });

  it("B4 whoever reads a version reads what it names, as far as its field is for them", () => {
    expect([pm, lead, seller].map((reader) => mayDownload(reader, inVersion("all")))).toEqual([true, true, true]);
    expect([pm, lead, seller].map((reader) => mayDownload(reader, inVersion("commercial")))).toEqual([true, false, true]);
  });

  it("B4 it is the version's own field that counts, not today's", () =>
    expect(mayDownload(lead, { own: "commercial", standings: [{ in: "version", visibility: "all" }] })).toBe(true));

  it("B4 what stands in a draft alone is for those who read the draft", () => {
    const drafted = { own: "all" as const, standings: [{ in: "draft" as const, visibility: "all" as const }] };
    expect(mayDownload({ ...pm, status: "DRAFT" }, drafted)).toBe(true); // a sales manager, who sees the draft
    expect(mayDownload({ ...pm, status: "RETURNED" }, drafted)).toBe(false);
    expect(mayDownload({ ...seller, status: "RETURNED" }, drafted)).toBe(true);
  });

  it("P3.1 what the PM prepares as an amendment is for the PM, and not for sales, who observes", () => {
    const prepared = { own: "all" as const, standings: [{ in: "draft" as const, visibility: "all" as const }] };
    expect(mayDownload({ ...pm, status: "ACCEPTED", mayAnswer: true }, prepared)).toBe(true);
    expect(mayDownload({ ...seller, status: "ACCEPTED" }, prepared)).toBe(false);
    expect(mayDownload({ ...seller, status: "ACCEPTED" }, { own: "all", standings: [{ in: "version", visibility: "all" }] })).toBe(true);
  });

  it("B4 what was replaced before anybody read it is for those who wrote it", () => {
    const nowhere = { own: "all" as const, standings: [] };
    expect([seller, pm].map((reader) => mayDownload(reader, nowhere))).toEqual([true, false]);
    expect(mayDownload({ ...seller, readable: technical }, { own: "commercial", standings: [] })).toBe(false);
  });
});
