import { connection } from "next/server";
import { pool } from "../db";

type Row = { id: string; number: number; deal: string; client: string; team: string; role: string; complexity: string; value: string; dueAt: Date; requiredPercent: number; qualityPercent: number };

/** The floor of the inbox: the same 25 rows by one statement, in a plain table. */
export default async function Inbox() {
  await connection();
  const { rows } = await pool.query<Row>(
    `SELECT h.id, h.number, d.name AS deal, c.name AS client, t.name AS team, k.role, h.complexity, d."valueMinor" || ' ' || d.currency AS value,
       k."dueAt", h."requiredPercent", h."qualityPercent"
     FROM "HandoverKey" k JOIN "Handover" h ON h.id = k."handoverId" JOIN "Deal" d ON d.id = h."dealId" JOIN "Client" c ON c.id = d."clientId"
     JOIN "HandoverTeam" ht ON ht."handoverId" = h.id JOIN "Team" t ON t.id = ht."teamId"
     WHERE k."holderId" = $1 AND k.state = 'OPEN' AND h.status = 'SUBMITTED' ORDER BY k."dueAt", k.id LIMIT 25`, [process.env.BENCH_INBOX_PM]);
  return (
    <table><tbody>{rows.map((row) => (
      <tr key={row.id}>
        <td><a href={`/review?id=${row.id}`}>{row.client}</a> {row.deal} HO-{row.number}</td><td>{row.team}</td><td>{row.role}</td><td>{row.complexity}</td>
        <td>{row.requiredPercent} {row.qualityPercent}</td><td>{row.value}</td><td>{row.dueAt.toISOString()}</td>
      </tr>
    ))}</tbody></table>
  );
}
