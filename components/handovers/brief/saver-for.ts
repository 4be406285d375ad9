import { openOutbox } from "./outbox";
import { createSaver, type Saver, type SaveView } from "./saver";

/** A portal that hangs has not answered. */
const PATIENCE = 20_000;

/** The saver of this page, with all that it borrows from the browser. */
export function saverFor(handoverId: string, userId: string, report: (view: SaveView) => void): Saver {
  return createSaver({
    userId,
    url: `/api/handovers/${handoverId}/answers`,
    outbox: openOutbox(localStorage, navigator.locks as LockManager | undefined, { userId, handoverId }),
    request: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
    isOnline: () => navigator.onLine,
    now: () => Date.now(),
    later: (run, milliseconds) => { const timer = setTimeout(run, milliseconds); return () => clearTimeout(timer); },
    report,
  });
}
