import "server-only";
import * as z from "zod";

const postgresUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value), "must be an address like postgresql://user:password@host:5432/database");

const SETTINGS = z.object({
  /** The database as the application's role sees it; `npm start` takes the owner's and hands out the role's. */
  DATABASE_URL: postgresUrl,
  /** The sample organisation's database; without it there is no sample. */
  SAMPLE_DATABASE_URL: postgresUrl.optional(),
  /** Signs sessions and derives every other secret. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The address that people use, without a path: links in mails and the origin check follow it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an address like https://handover.example.com" }).transform((value) => new URL(value).origin),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Whether x-forwarded-* headers come from a proxy of ours. */
  TRUST_PROXY: z.enum(["0", "1"], "must be 0 or 1").default("0").transform((value) => value === "1"),
  /** Where documents are kept. */
  STORAGE: z.enum(["disk", "s3"], "must be disk or s3").default("disk"),
  /** The folder of documents on disk, and of what is being received; `npm start` chooses one in the data folder. */
  STORAGE_DIR: z.string().optional(),
  STORAGE_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an address like https://s3.example.com" }).optional(),
  STORAGE_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket").optional(),
  STORAGE_REGION: z.string().regex(/^[a-z0-9-]+$/, "must be the name of a region").default("us-east-1"),
  STORAGE_ACCESS_KEY: z.string().optional(),
  STORAGE_SECRET_KEY: z.string().optional(),
  /** The largest file that may be uploaded. */
  UPLOAD_MAX_MB: z.coerce.number({ error: "must be a number of megabytes" }).int().min(1, "must be at least 1").max(1_000, "must be at most 1000").default(25),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "must be one of trace, debug, info, warn, error, fatal, silent").default("info"),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
}).superRefine((settings, { addIssue }) => {
  if (settings.STORAGE !== "s3") return;
  for (const name of ["STORAGE_ENDPOINT", "STORAGE_BUCKET", "STORAGE_ACCESS_KEY", "STORAGE_SECRET_KEY"] as const)
    if (settings[name] === undefined) addIssue({ code: "custom", path: [name], message: "is missing: STORAGE=s3 needs it" });
});

export type Env = z.infer<typeof SETTINGS>;

/** The settings, checked. Throws one Error that names every problem at once, one per line, and no value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")); // an empty setting is a missing one
  const parsed = SETTINGS.safeParse(given);
  if (parsed.success) return parsed.data;
  const problem = ({ path, code, message }: z.core.$ZodIssue) => {
    const name = path.join(".");
    return `${name} ${code === "invalid_type" && given[name] === undefined ? "is missing" : message}.`;
  };
  throw new Error(`The settings do not work:\n${parsed.error.issues.map(problem).join("\n")}`);
}

/** The only reader of process.env; a missing setting stops the start, not a request. */
export const env: Env = parseEnv(process.env);
