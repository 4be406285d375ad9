import { connection } from "next/server";
import { pool } from "../db";

type Answer = { field: string; rowId: string | null; value: unknown };
type Row = { number: number; deal: string; client: string; content: { answers: Answer[] } };

/** The floor of the review: the same frozen brief by one statement, an answer a row. */
export default async function Review() {
  await connection();
  const { rows } = await pool.query<Row>(
    `SELECT h.number, d.name AS deal, c.name AS client, v.content FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId"
     JOIN "Client" c ON c.id = d."clientId" JOIN "BriefVersion" v ON v."handoverId" = h.id AND v.version = h."briefVersion" WHERE h.id = $1`,
    [process.env.BENCH_REVIEW]);
  return rows.map(({ number, deal, client, content }) => (
    <main key={number}>
      <h1>{client} {deal} HO-{number}</h1>
      <table><tbody>{content.answers.map(({ field, rowId, value }) => (
        <tr key={field + (rowId ?? "")}><th>{field}</th><td>{typeof value === "string" ? value : JSON.stringify(value)}</td></tr>
      ))}</tbody></table>
    </main>
  ));
}
