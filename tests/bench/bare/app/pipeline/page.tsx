import { connection } from "next/server";
import { pool } from "../db";

type Row = { status: string; currency: string; age: number; count: string; value: string };

/** The floor of the pipeline report: its counts and values by state and age in one statement, and as many rows as it shows. */
export default async function Pipeline() {
  await connection();
  const { rows } = await pool.query<Row>(
    `SELECT h.status, d.currency, width_bucket(extract(epoch FROM now() - h."statusSince") / 86400, ARRAY[2, 7, 30]) AS age,
       count(*), sum(d."valueMinor") AS value
     FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId" WHERE h.status NOT IN ('CLOSED', 'WITHDRAWN') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  const shown = Array.from({ length: Number(process.env.BENCH_PIPELINE_ROWS ?? rows.length) }, (_, i) => rows[i % rows.length]);
  return (
    <table><tbody>{shown.map((row, i) => (
      <tr key={i}><td>{row?.status}</td><td>{row?.age}</td><td>{row?.count}</td><td>{row?.value} {row?.currency}</td></tr>
    ))}</tbody></table>
  );
}
