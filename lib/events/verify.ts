import "server-only";
import type { Db } from "@/lib/platform/db";
import type { StreamKind } from "@/lib/platform/generated/enums";

type Link = { seq: number; prevHash: string; hash: string; intact: boolean };
type Head = { headSeq: number; headHash: string };

const heads = { select: { headSeq: true, headHash: true } } as const;
const headOf = (db: Db, kind: StreamKind, id: string): PromiseLike<Head | null> => {
  switch (kind) {
    case "ORGANISATION": return db.organisation.findUnique({ where: { id }, ...heads });
    case "DEAL": return db.deal.findUnique({ where: { id }, ...heads });
    case "HANDOVER": return db.handover.findUnique({ where: { id }, ...heads });
  }
};

/** Walk one stream's chain from its first event to the parent's head. Null if whole, else what is wrong (B3). */
export async function chainProblem(db: Db, kind: StreamKind, stream: string): Promise<string | null> {
  const head = await headOf(db, kind, stream);
  if (!head) return "its parent is missing";
  const links = await db.$queryRaw<Link[]>`
    SELECT seq, "prevHash", hash,
           hash = event_hash("Event") AND (payload IS NULL OR digest = digest_of(payload)) AS intact
    FROM "Event" WHERE stream = ${stream}::uuid ORDER BY seq`;

  let previous = "";
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1) return `event ${index + 1} is missing`;
    if (!link.intact || link.prevHash !== previous) return `event ${link.seq} was changed`;
    previous = link.hash;
  }
  return head.headSeq === links.length && head.headHash === previous ? null : "the end was cut off";
}
