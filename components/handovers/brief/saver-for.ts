import { openOutbox } from "./outbox";
import { createSaver, type Saver, type SaveView } from "./saver";

/** The saver of this page, with all that it borrows from the browser. */
export function saverFor(handoverId: string, userId: string, report: (view: SaveView) => void): Saver {
  return createSaver({
    url: `/api/handovers/${handoverId}/answers`,
    outbox: openOutbox(localStorage, navigator.locks as LockManager | undefined, { userId, handoverId }),
    request: (url, init) => fetch(url, init),
    isOnline: () => navigator.onLine,
    now: () => Date.now(),
    later: (run, milliseconds) => { const timer = setTimeout(run, milliseconds); return () => clearTimeout(timer); },
    report,
  });
}
