import "server-only";
import { fileTypeFromFile } from "file-type";
import type * as z from "zod";
import { type Ctx, personOf } from "@/lib/auth/ctx";
import { appendEvent } from "@/lib/events/append";
import { NO_ROW } from "@/lib/handovers/queries/answers";
import { briefFieldsOf } from "@/lib/handovers/queries/brief-fields";
import { getHandover } from "@/lib/handovers/queries/handover";
import type { UploadValue } from "@/lib/handovers/rules/answers";
import { noSecretsInFile } from "@/lib/handovers/rules/secrets";
import { db, type Db, inTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AppError, enforce } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { receive, type Received, TooLarge } from "@/lib/platform/incoming";
import { incomingFolder, storeFor } from "@/lib/platform/stores";
import { kindOf } from "../rules/kind";
import type { addDocumentInput } from "../schema";

type Input = z.output<typeof addDocumentInput>;

/** So many uploads one brief holds; a person comes nowhere near. */
const MOST = 500;

/**
 * Keeps an uploaded file as the next version of the document in one place of a brief (B4). Answers the value for the field,
 * which the form keeps like any other. Bytes are taken in only from those who may write the brief, are on the disk before
 * anything names them, and a crash in between leaves nothing that anybody sees. The same file again changes nothing.
 */
export async function addDocument(ctx: Ctx, input: Input, body: AsyncIterable<Uint8Array> | null): Promise<UploadValue> {
  await checkPlace(ctx, input);
  const received = await take(body);
  try {
    const type = await typeOf(received, input.name);
    enforce(noSecretsInFile({ name: input.name, head: received.isText ? received.head.toString("utf8") : null }));
    await touch(ctx, received);
    await storeFor(ctx).put(received.path, received);
    return await inTx(ctx, (tx) => record(tx, ctx, { ...input, type, received }));
  } finally {
    await received.discard();
  }
}

/** The handover exists for this person, who may write its brief now, and the brief has such a place for files. */
async function checkPlace(ctx: Ctx, { handover: id, field, row }: Input): Promise<void> {
  const head = await getHandover(ctx, id);
  enforce(head.viewer.powers.answer);
  const place = (await briefFieldsOf(db(ctx), id)).find((one) => one.id === field);
  if (place?.type !== "file" || (place.group === undefined) !== (row === null)) throw new AppError("INVALID", { reason: "The brief has no such place for a file." });
}

async function take(body: AsyncIterable<Uint8Array> | null): Promise<Received> {
  const max = env.UPLOAD_MAX_MB * 1_000_000;
  try {
    return await receive(body ?? none(), { folder: incomingFolder(), max });
  } catch (error) {
    if (error instanceof TooLarge) throw new AppError("INVALID", { reason: `This file is too large; the limit is ${String(env.UPLOAD_MAX_MB)} MB.` });
    throw error;
  }
}

async function* none(): AsyncGenerator<Uint8Array> {
  // nothing was sent
}

async function typeOf({ path, size, head, isText }: Received, name: string): Promise<string> {
  const detected = (await fileTypeFromFile(path))?.mime ?? null;
  const kind = kindOf({ name, size, detected, isText, head: head.toString("latin1") });
  if ("refusal" in kind) throw new AppError("INVALID", { reason: kind.refusal });
  return kind.type;
}

/** Says that these bytes are wanted, before they are kept: from now on nobody removes them for a day. */
async function touch(ctx: Ctx, { sha256, size }: Received): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const count = await db(ctx).$executeRaw`
      INSERT INTO "StoredFile" (sha256, size, "touchedAt") VALUES (${sha256}, ${size}, ${ctx.now})
      ON CONFLICT (sha256) DO UPDATE SET "touchedAt" = excluded."touchedAt" WHERE NOT "StoredFile"."isRemoving"`;
    if (count === 1) return;
    await new Promise((wait) => setTimeout(wait, 250)); // the same bytes are being removed at this moment
  }
  throw new AppError("UNAVAILABLE", { reason: "This file cannot be kept at this moment. Try again in a minute." });
}

async function record(tx: Db, ctx: Ctx, { handover, field, row, name, type, received }: Input & { type: string; received: Received }): Promise<UploadValue> {
  const { sha256, size } = received;
  await tx.$queryRaw`SELECT id FROM "Handover" WHERE id = ${handover}::uuid FOR UPDATE`; // one upload after the other, and no submit meanwhile
  enforce((await getHandover({ ...ctx, db: tx }, handover)).viewer.powers.answer);
  const place = { handoverId: handover, field, rowId: row ?? NO_ROW };
  const [last] = await tx.document.findMany({ where: place, orderBy: { version: "desc" }, take: 1 });
  if (last?.sha256 === sha256 && last.name === name) return { name, document: last.id, version: last.version, sha256, size };
  if ((await tx.document.count({ where: { handoverId: handover } })) >= MOST) throw new AppError("INVALID", { reason: `A brief holds at most ${String(MOST)} uploads. Link to the others.` });
  const person = personOf(ctx.actor);
  if (person === null) throw new AppError("FORBIDDEN");
  const [id, version] = [newId(), (last?.version ?? 0) + 1];
  await tx.document.create({ data: { id, ...place, version, name, type, size, sha256, uploadedById: person, createdAt: ctx.now }, select: { id: true } });
  await appendEvent(tx, ctx, { stream: handover, type: "document.added", payload: { documentId: id, field, version, sha256, size } });
  return { name, document: id, version, sha256, size };
}
