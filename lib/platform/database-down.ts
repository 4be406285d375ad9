import { AppError } from "./errors";

const DOWN = /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|connection timeout|the database system is|Can't reach database|57P0\d|terminating connection|timeout exceeded when trying to connect|DatabaseNotReachable|Closed the connection/i;

/** Could the database not be reached, or did it close the connection? Then the outcome of a write is unknown. */
export function isDatabaseDown(error: unknown): boolean {
  for (let e: unknown = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++)
    if (DOWN.test(`${e.name} ${"code" in e ? String(e.code) : ""} ${e.message}`)) return true;
  return false;
}

/** What `read` gives; UNAVAILABLE where the database is away, which a page's reader is told in words. */
export async function orUnavailable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isDatabaseDown(error) ? Object.assign(new AppError("UNAVAILABLE"), { cause: error }) : error;
  }
}
