import "server-only";
import type { Readable } from "node:stream";
import type { Ctx } from "@/lib/auth/ctx";
import { answersOf } from "@/lib/handovers/queries/answers";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { getHandover } from "@/lib/handovers/queries/handover";
import { fieldsOf } from "@/lib/handovers/queries/versions";
import { type Answers, isUpload } from "@/lib/handovers/rules/answers";
import type { Snapshot } from "@/lib/handovers/rules/snapshot";
import { type Db, db } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { checked } from "@/lib/platform/incoming";
import { storeFor } from "@/lib/platform/stores";
import { mayDownload, type Standing } from "../rules/readers";

export type Download = { name: string; type: string; size: number; sha256: string; open: () => Promise<Readable> };

/** One document, for whoever may read the place where it stands; for everybody else it does not exist (NOT_FOUND). */
export async function getDownload(ctx: Ctx, id: string): Promise<Download> {
  const database = db(ctx);
  const document = isId(id) ? await database.document.findUnique({ where: { id } }) : null;
  if (!document) throw new AppError("NOT_FOUND");
  const { status, viewer, readable } = await getHandover(ctx, document.handoverId);
  const reader = { status, isWriter: viewer.isWriter, mayAnswer: viewer.powers.answer === null, readable: new Set(readable) };
  const live = await briefFieldsOf(database, document.handoverId);
  // a place that the template has no more is the narrowest there is
  const own = live.find((field) => field.id === document.field)?.visibility ?? "commercial";
  if (!mayDownload(reader, { own, standings: await standingsOf(database, document, own) })) throw new AppError("NOT_FOUND");
  const { name, type, size, sha256 } = document;
  return {
    name, type, size, sha256,
    open: async () => {
      const source = await storeFor(ctx).read(sha256);
      if (!source) throw new Error(`The document ${id} is not in the store.`);
      return checked(source, { sha256, size });
    },
  };
}

type Placed = { id: string; handoverId: string; field: string };

/** Where the document stands: in the draft, and in each frozen version, by that version's own fields (B6). */
async function standingsOf(database: Db, { id, handoverId, field }: Placed, own: Standing["visibility"]): Promise<Standing[]> {
  const standings: Standing[] = [];
  if (names(await answersOf(database, handoverId, field), id)) standings.push({ in: "draft", visibility: own });
  const versions = await database.$queryRaw<{ content: Snapshot }[]>`
    SELECT content FROM "BriefVersion" WHERE "handoverId" = ${handoverId}::uuid
      AND content->'answers' @> jsonb_build_array(jsonb_build_object('value', jsonb_build_object('document', ${id}::text)))`;
  for (const { content } of versions) {
    const found = (await fieldsOf(database, content)).find((one) => one.id === field);
    if (found) standings.push({ in: "version", visibility: found.visibility });
  }
  return standings;
}

const names = (answers: Answers, id: string) => answers.some(({ value }) => isUpload(value) && value.document === id);
