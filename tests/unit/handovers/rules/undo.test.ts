import { describe, expect, it } from "vitest";
import { type LastEvent, undoRefusal } from "@/lib/handovers/rules/undo";

const GIVEN: LastEvent = { type: "key.accepted", actor: "user:pia", keyId: "k1", ageSeconds: 3 };
const refused = (last: LastEvent | null, undoer = "user:pia") => undoRefusal(undoer, "k1", ["key.accepted", "handover.accepted"], last);

describe("B1 taking a decision back", () => {
  it("B1 is for who gave it, for ten seconds to the moment", () => {
    expect([GIVEN, { ...GIVEN, type: "handover.accepted" }, { ...GIVEN, ageSeconds: 9.999 }, { ...GIVEN, ageSeconds: 10 }].map((last) => refused(last))).toEqual([null, null, null, null]);
    expect(refused({ ...GIVEN, ageSeconds: 10.001 })).toMatchObject({ code: "CONFLICT", rule: "B1", reason: expect.stringContaining("10 seconds") });
  });
  it("B1 nothing may have followed: another event, a decision on another key, or none at all", () => {
    for (const last of [null, { ...GIVEN, type: "handover.returned" }, { ...GIVEN, keyId: "k2" }, { ...GIVEN, keyId: null }])
      expect(refused(last)).toMatchObject({ code: "CONFLICT", rule: "B1", reason: expect.stringContaining("Something has happened since") });
  });
  it("B1 nobody else may, however soon", () => {
    for (const undoer of ["user:lee", "system:announce"]) expect(refused(GIVEN, undoer)).toMatchObject({ code: "FORBIDDEN", rule: "B1" });
    expect(refused({ ...GIVEN, ageSeconds: 60 }, "user:lee")).toMatchObject({ code: "FORBIDDEN" });
  });
});
