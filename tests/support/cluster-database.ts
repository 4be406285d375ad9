import pg from "pg";
import { inject } from "vitest";
import { appUrl } from "@/scripts/migrate";

// Every test file has a database of its own, a copy of the migrated one: the code under test connects as the
// application's role (DATABASE_URL), a test that looks behind the triggers as the owner (OWNER_DATABASE_URL).
const adminUrl = inject("adminUrl");
const template = inject("template");
const database = `${template}_copy_${process.env.VITEST_POOL_ID ?? "1"}`;

const client = new pg.Client({ connectionString: adminUrl });
await client.connect();
await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
await client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`);
await client.end();

const owner = new URL(adminUrl);
owner.pathname = `/${database}`;
process.env.OWNER_DATABASE_URL = owner.href;
process.env.DATABASE_URL = appUrl(owner.href, process.env.AUTH_SECRET ?? "");
