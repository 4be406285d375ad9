import { returnHandover } from "@/lib/handovers/commands/decide";
import { remind } from "@/lib/inbox/commands/remind";
import { asUser, expect, prisma, test, untriggered } from "../../support/db";
import { aReview } from "../../support/factories/handovers";

test("P1.8 the last reminder counts, not the first: who was reminded days ago and again today is reminded no more today", async () => {
  const { id, pia, lee, pmKey, leadKey } = await aReview();
  await returnHandover(await asUser(pia), { id, keyId: pmKey, briefVersion: 1, points: [{ field: "scope.inScope", reason: "MISSING", needed: "The shop?", suggestion: "" }] });
  const now = new Date(); // the database's own clock stamps events
  const reminded = async (who: string, keyId: string) => (await remind(await asUser(who, prisma, now), { keys: [{ id, keyId }] })).results[0]?.problem;
  expect(await reminded(lee, leadKey)).toBeNull();
  await untriggered(`UPDATE "Event" SET at = at - interval '3 days' WHERE stream = $1`, [id]);
  expect(await reminded(pia, pmKey)).toBeNull();
  expect(await reminded(lee, leadKey)).toBe("Pia has reminded Sam today.");
});
