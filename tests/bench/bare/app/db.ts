import pg from "pg";

const kept = globalThis as { barePool?: pg.Pool };
export const pool = (kept.barePool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, idleTimeoutMillis: 5 * 60_000 }));
