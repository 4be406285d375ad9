import pg from "pg";
import { describe, expect, test } from "vitest";
import { migrate } from "@/scripts/migrate";
import { schemaDifference } from "@/scripts/migration-engine";

const withClient = async <T>(url: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};

describe("the database of a test", () => {
  test("is used as the application's role, which owns nothing and is no superuser", async () => {
    const rows = await withClient(process.env.DATABASE_URL, async (client) => {
      const role = await client.query("SELECT current_user, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user");
      const owned = await client.query("SELECT count(*)::int AS owned FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)");
      return { ...role.rows[0], ...owned.rows[0] };
    });
    expect(rows).toEqual({ current_user: "portal_app", rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owned: 0 });
  });
});

describe("migrating", () => {
  test("a database that is up to date changes nothing, also twice at once", async () => {
    const run = () => migrate(process.env.OWNER_DATABASE_URL ?? "", process.env.AUTH_SECRET ?? "");
    expect(await Promise.all([run(), run()])).toEqual([[], []]);
  });

  test("leads to what the schema file says", async () => {
    expect(await schemaDifference(process.env.OWNER_DATABASE_URL ?? "")).toBe("");
  });
});
