import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextStep, type NextStepFacts } from "@/lib/handovers/rules/next-step";
import { HandoverStatus } from "@/lib/platform/generated/enums";

const base: NextStepFacts = {
  id: "h", status: "SUBMITTED", contactOwner: { id: "sam", name: "Sam" }, pm: { name: "Pia" },
  viewer: { id: "pia", isWriter: false, isPm: true },
  keys: [
    { id: "k1", name: "PM", holder: "Pia", isMine: true, isOpen: true },
    { id: "k2", name: "WordPress team lead", holder: "Lee", isMine: false, isOpen: true },
  ],
};
const seller = { id: "sam", isWriter: true, isPm: false };

describe("nextStep", () => {
  it("P1.7 sends the holder of an open key to that key's review", () =>
    expect(nextStep(base)).toMatchObject({ title: "Decide as PM", action: { href: "/handovers/h/review?key=k1" } }));
  it("B2 tells everybody else who decides, and who is accountable until then", () => {
    expect(nextStep({ ...base, viewer: { id: "bo", isWriter: false, isPm: false }, keys: base.keys.map((key) => ({ ...key, isMine: false })) }).sentence)
      .toBe("Pia (PM) and Lee (WordPress team lead) decide. Until then Sam is accountable.");
    expect(nextStep({ ...base, viewer: seller, keys: base.keys.slice(1) }).sentence)
      .toBe("Lee (WordPress team lead) decides. Until then you are accountable.");
  });
  it("P1.8 sends the writer to what was returned, and a reviewer to add points", () => {
    expect(nextStep({ ...base, status: "RETURNED", viewer: seller, keys: [] }).action).toMatchObject({ href: "/handovers/h/fix" });
    expect(nextStep({ ...base, status: "RETURNED" }).action).toMatchObject({ label: "Add points" });
  });
  it("B1 sends whoever looks at a withdrawn handover to the reason in its history", () =>
    expect(nextStep({ ...base, status: "WITHDRAWN", viewer: seller }).action).toEqual({ label: "See the history", href: "/handovers/h?tab=history" }));
  it("P3.1 gives sales nothing to do after acceptance, and says why", () => {
    for (const status of ["ACCEPTED", "IN_DELIVERY"] as const) {
      const step = nextStep({ ...base, status, viewer: seller });
      expect(step.action).toBeNull();
      expect(step.sentence).toContain("You observe");
    }
  });
  it("B1 offers starting and closing to the PM alone, in the states in which they are possible", () =>
    fc.assert(fc.property(fc.constantFrom(...Object.values(HandoverStatus)), fc.boolean(), fc.boolean(), (status, isPm, isWriter) => {
      const { action, title, sentence } = nextStep({ ...base, status, viewer: { id: "x", isPm, isWriter } });
      expect(title && sentence).toBeTruthy();
      const does = action && "does" in action ? action.does : null;
      expect(does).toBe(isPm && status === "ACCEPTED" ? "start" : isPm && status === "IN_DELIVERY" ? "close" : null);
    })));
});
