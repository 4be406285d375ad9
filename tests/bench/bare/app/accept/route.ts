import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { pool } from "../db";

type Statement = { text: string; values: unknown[] };
const file = process.env.BENCH_STATEMENTS; // there when it is started, not when it is built
const statements = file ? (JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")) as Statement[]) : [];

/** The floor of an acceptance: the very statements of the command, one after the other on one connection. */
export async function POST(request: Request): Promise<Response> {
  const { id, keyId } = (await request.json()) as { id: string; keyId: string };
  const fresh = new Map<string, string>();
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== "string") return value;
    return value.replace(/\{(handover|key|\d+)\}/g, (all, name: string) => {
      if (name === "handover") return id;
      if (name === "key") return keyId;
      if (!fresh.has(all)) fresh.set(all, randomUUID());
      return fresh.get(all) ?? all;
    });
  };
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, values.map(fill));
    return Response.json({ ok: true });
  } catch (error) {
    await client.query("ROLLBACK");
    return Response.json({ ok: false, message: String(error) }, { status: 500 });
  } finally {
    client.release();
  }
}
