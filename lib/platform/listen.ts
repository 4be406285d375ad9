import "server-only";
import pg from "pg";
import { logger } from "./logger";

type Listening = { onNotice: (payload: string) => void; /** Connected again: what was said meanwhile is not known. */ onBack: () => void };

const CHECK_MS = 20_000;
const WAITS = [250, 500, 1_000, 2_000, 5_000];

/** Hears a channel on a connection of its own, and comes back by itself when the database was away. Answers how to stop. */
export function listen(connectionString: string, channel: string, { onNotice, onBack }: Listening): () => void {
  let client: pg.Client | undefined;
  let [isStopped, failures, wasConnected] = [false, 0, false];
  let timer: NodeJS.Timeout | undefined;

  const lost = (one: pg.Client) => {
    if (client !== one) return;
    client = undefined;
    void one.end().catch(() => undefined);
    if (!isStopped) timer = setTimeout(() => void connect(), WAITS[Math.min(failures++, WAITS.length - 1)]).unref();
  };
  /** A connection that is half open says nothing: ask now and then. */
  const check = (one: pg.Client) => {
    timer = setTimeout(() => {
      const late = setTimeout(() => lost(one), 5_000).unref();
      one.query("SELECT 1").then(() => { clearTimeout(late); if (client === one) check(one); }, () => { clearTimeout(late); lost(one); });
    }, CHECK_MS).unref();
  };
  const connect = async (): Promise<void> => {
    const one = (client = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: "portal live" }));
    one.on("error", () => lost(one));
    one.on("end", () => lost(one));
    one.on("notification", ({ payload }) => onNotice(payload ?? ""));
    try {
      await one.connect();
      await one.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      if (isStopped || client !== one) return void one.end().catch(() => undefined);
      failures = 0;
      check(one);
      if (wasConnected) onBack();
      wasConnected = true;
    } catch (error) {
      if (failures === 0) logger.warn({ err: error, channel }, "the channel cannot be heard; trying again");
      lost(one);
    }
  };
  void connect();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    const last = client;
    client = undefined;
    void last?.end().catch(() => undefined);
  };
}
