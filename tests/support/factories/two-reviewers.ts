import { acceptKey, returnHandover, undoAcceptance, undoReturn } from "@/lib/handovers/commands/decide";
import { asUser, eventTypes, prisma } from "../db";
import { aReview } from "./handovers";

const points = [{ field: "scope.inScope", reason: "MISSING" as const, needed: "What is out of scope?", suggestion: "" }];
const accept = { briefVersion: 1, conditions: [] };

/** A submitted handover that Pia and Lee must accept, and what they may do with it. */
export async function aReviewByTwo() {
  const { id, pia, lee, pmKey, leadKey } = await aReview();
  const [pm, lead] = [await asUser(pia), await asUser(lee)];
  return {
    id,
    pmAccepts: () => acceptKey(pm, { id, keyId: pmKey, ...accept }),
    pmReturns: () => returnHandover(pm, { id, keyId: pmKey, briefVersion: 1, points }),
    pmUndoesAcceptance: () => undoAcceptance(pm, { id, keyId: pmKey }),
    pmUndoesReturn: () => undoReturn(pm, { id, keyId: pmKey }),
    leadAccepts: () => acceptKey(lead, { id, keyId: leadKey, ...accept }),
    leadUndoesAcceptance: () => undoAcceptance(lead, { id, keyId: leadKey }),
    status: async () => (await prisma.handover.findUniqueOrThrow({ where: { id } })).status,
    events: async () => (await eventTypes(prisma, id)).slice((await eventTypes(prisma, id)).indexOf("handover.submitted")),
  };
}
