import { describe, expect, it } from "vitest";
import { runningRefusal, TRIAL_MOVES, type TrialMove, trialMoveRefusal } from "@/lib/trials/lifecycle";
import { trialSummary } from "@/lib/trials/rules/results";
import { extensionProblem, latestDue, trialProblem, usualDue } from "@/lib/trials/rules/trial";
import { INVOLVEMENT_CAPS } from "@/lib/policies/schema";
import { STANDARD_WEEK } from "@/lib/platform/business-time";
import { TrialState } from "@/lib/platform/generated/enums";

const NOW = new Date("2030-01-02T10:00:00Z"); // a Wednesday
const calendar = { zone: "Europe/Berlin", weekly: STANDARD_WEEK, holidays: [], timeOff: [] };
const TRIAL = { purpose: "See whether the ERP answers in time", scope: "One order, there and back", entryCriteria: "A test account", exitCriteria: "The order arrives within a minute", capMinutes: 960, dueOn: "2030-01-16" };
const problem = (more: Partial<typeof TRIAL>) => trialProblem({ ...TRIAL, ...more }, { calendar, now: NOW, caps: INVOLVEMENT_CAPS });

describe("a trial task", () => {
  it("P6.5 is due after ten business days, and at most forty", () => {
    expect([usualDue(calendar, NOW, INVOLVEMENT_CAPS), latestDue(calendar, NOW, INVOLVEMENT_CAPS)]).toEqual(["2030-01-16", "2030-02-27"]);
    expect(problem({ dueOn: "2030-02-27" })).toBeNull();
    expect(problem({ dueOn: "2030-02-28" })).toMatchObject({ field: "dueOn", reason: expect.stringContaining("40 business days") });
    expect(problem({ dueOn: "2030-01-02" })).toMatchObject({ field: "dueOn" });
  });
  it("P6.5 says purpose, scope, entry and exit criteria, and no filler", () => {
    expect(problem({})).toBeNull();
    for (const field of ["purpose", "scope", "entryCriteria", "exitCriteria"] as const) expect(problem({ [field]: "tbd" })).toMatchObject({ field });
    for (const capMinutes of [0, -60, 29, 4_801, 90.5, NaN]) expect(problem({ capMinutes })).toMatchObject({ field: "hours" });
  });
  it("P6.5 moves along its table, and in no other way", () => {
    const possible = TrialStates.flatMap((state) => (Object.keys(TRIAL_MOVES) as TrialMove[]).flatMap((move) => (trialMoveRefusal(move, { state, stoppedAt: null }) === null ? [`${state} ${move}`] : [])));
    expect(possible).toEqual([
      "REQUESTED approve", "REQUESTED decline", "REQUESTED cancel", "APPROVED start", "APPROVED decline", "APPROVED cancel", "RUNNING deliver", "RUNNING cancel", "DELIVERED evaluate",
    ]);
  });
  it("P6.5 stopped at its cap, it is not delivered until more is approved, and more is more than was spent", () => {
    expect(trialMoveRefusal("deliver", { state: "RUNNING", stoppedAt: NOW })).toMatchObject({ rule: "P6.5", reason: expect.stringContaining("over the cap") });
    expect(extensionProblem(960, { spentMinutes: 960 }, INVOLVEMENT_CAPS)).toMatchObject({ field: "hours" });
    expect(extensionProblem(961, { spentMinutes: 960 }, INVOLVEMENT_CAPS)).toBeNull();
  });
  it("P6.5 three run per developer, and no fourth", () => {
    expect([0, 1, 2].map((running) => runningRefusal(running, "Dev", INVOLVEMENT_CAPS))).toEqual([null, null, null]);
    expect(runningRefusal(3, "Dev", INVOLVEMENT_CAPS)).toMatchObject({ code: "CONFLICT", rule: "P6.5" });
  });
  it("B6 P6.5 hours, days and number are the policy's", () => {
    const caps = { ...INVOLVEMENT_CAPS, trialHours: 8, trialDueDays: 3, trialDueDaysAtMost: 5, trialsRunning: 1 };
    const at = (more: Partial<typeof TRIAL>) => trialProblem({ ...TRIAL, dueOn: "2030-01-08", capMinutes: 480, ...more }, { calendar, now: NOW, caps });
    expect([at({}), usualDue(calendar, NOW, caps)]).toEqual([null, "2030-01-07"]);
    expect([at({ capMinutes: 481 }), at({ dueOn: "2030-01-10" })]).toMatchObject([{ field: "hours", reason: expect.stringContaining("8 hours") }, { field: "dueOn", reason: expect.stringContaining("5 business days") }]);
    expect(extensionProblem(481, { spentMinutes: 60 }, caps)).toMatchObject({ field: "hours" });
    expect(runningRefusal(1, "Dev", caps)).toMatchObject({ reason: expect.stringMatching(/^One trial task of Dev is running/) });
  });
  it("P6.5 its results are told to the brief with what came of it, the newest first", () => {
    const one = { id: "a", teamId: "t", developerId: "d", purpose: "Look", result: "It works.", deliveredAt: NOW, outcome: null, evaluation: "", evaluatedAt: null };
    expect(trialSummary([])).toBeNull();
    expect(trialSummary([{ ...one, id: "b", outcome: "PARTLY", evaluation: "Slow at night.", evaluatedAt: new Date("2030-01-03T10:00:00Z") }, one])).toEqual({
      text: "Trial task: Look\nResult: It works.\nEvaluated: the exit criteria are met in part. Slow at night.\n\nTrial task: Look\nResult: It works.",
      sourceId: "b", heldAt: new Date("2030-01-03T10:00:00Z"),
    });
  });
});

const TrialStates = Object.values(TrialState);
