import { countsHandover, type HandoverHistory, heldAt, type Readers } from "./history";
import type { EventRow } from "./reviews";

/**
 * P1.10, R1: the handovers that were under review or returned at an instant and whose managers had been asked to help, once for
 * each reason. Who is told helps until it is decided.
 */
export function managersAsked(histories: readonly HandoverHistory[], eventsOf: (id: string) => readonly EventRow[], readers: Readers, at: Date): EventRow[] {
  return histories.filter((one) => countsHandover(one, readers, at)).flatMap(({ id, status }) => {
    const state = heldAt(status, at)?.value;
    return state === "SUBMITTED" || state === "RETURNED" ? eventsOf(id).filter((event) => event.type === "handover.managersAsked" && event.at <= at) : [];
  });
}
