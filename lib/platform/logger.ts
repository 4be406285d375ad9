import "server-only";
import pino, { type Logger } from "pino";
import { env } from "./env";

/** Names under which a secret may travel in a logged object, at any of the first three levels. */
const SECRET = ["password", "passwordHash", "token", "tokenHash", "secret", "authorization", "cookie", "set-cookie", "apiKey", "code", "DATABASE_URL", "AUTH_SECRET"];
const quoted = SECRET.map((name) => `["${name}"]`);

/** Structured lines on standard output; `time` in ISO form, secrets replaced. Log facts as fields: `logger.info({ handoverId }, "accepted")`. */
export const logger: Logger = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: quoted.flatMap((name) => [name, `*${name}`, `*.*${name}`]), censor: "[removed]" },
});
