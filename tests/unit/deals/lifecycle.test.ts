import { describe, expect, it } from "vitest";
import { DEAL_MOVE_NAMES, DEAL_MOVES, moveRefusal } from "@/lib/deals/lifecycle";
import { DealStage } from "@/lib/platform/generated/enums";

describe("from which stage a deal moves", () => {
  it("is the agreed table", () => {
    const table = Object.values(DealStage).map((stage) => [
      stage,
      DEAL_MOVE_NAMES.filter((move) => moveRefusal(move, { stage, signedOn: null }) === null),
    ]);
    expect(Object.fromEntries(table)).toEqual({
      PROSPECT: ["qualify", "propose", "win", "approve", "lose", "park"],
      QUALIFIED: ["propose", "win", "approve", "lose", "park"],
      PROPOSAL: ["win", "approve", "lose", "park"],
      WON: ["lose"],
      LOST: ["revive"],
      PARKED: ["lose", "revive"],
    });
  });

  it("keeps a signed deal won", () =>
    expect(moveRefusal("lose", { stage: "WON", signedOn: new Date(0) })).toMatchObject({ code: "CONFLICT", reason: expect.stringMatching(/signed/) }));

  it("never stays where it is", () => {
    for (const move of DEAL_MOVE_NAMES) expect(DEAL_MOVES[move].from).not.toContain(DEAL_MOVES[move].to);
  });
});
