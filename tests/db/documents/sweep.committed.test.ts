import { createHash } from "node:crypto";
import { mkdirSync, utimesSync, writeFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { addDocument } from "@/lib/documents/commands/add";
import { sweepDocuments } from "@/lib/documents/commands/sweep";
import { getDownload } from "@/lib/documents/queries/download";
import { incomingFolder, storeFor } from "@/lib/platform/stores";
import { asActor, asUser, expect, NOW, prisma, test } from "@/tests/support/db";
import { aDraft } from "@/tests/support/factories/handovers";
import { FILES, pieces } from "@/tests/support/files";

const later = (hours: number) => asActor({ type: "system", job: "sweepDocuments" }, undefined, new Date(NOW.getTime() + hours * 3_600_000));
const input = (handover: string) => ({ handover, field: "commercial.contract", row: null, name: "contract.pdf" });

test("sweeping removes what no brief came to name, a day later, and never what one names", async () => {
  const { id, sam } = await aDraft();
  const ctx = await asUser(sam);
  const kept = await addDocument(ctx, input(id), pieces(FILES.pdf));
  // as a crash leaves it between the store and the row: kept, and named by nothing
  const orphan = "a".repeat(64);
  mkdirSync(incomingFolder(), { recursive: true });
  const piece = join(incomingFolder(), "broken-off");
  writeFileSync(piece, "half");
  utimesSync(piece, NOW, NOW);
  await prisma.storedFile.create({ data: { sha256: orphan, size: 4, touchedAt: NOW } });
  await storeFor({}).put(piece, { sha256: orphan, size: 4 });

  expect(await sweepDocuments(later(23))).toEqual({ files: 0, pieces: 0 });
  expect(await storeFor({}).read(orphan).then((stream) => stream && buffer(stream))).toEqual(Buffer.from("half"));
  expect(await sweepDocuments(later(25))).toEqual({ files: 1, pieces: 1 });
  expect(await storeFor({}).read(orphan)).toBeNull();
  expect(readdirSync(incomingFolder())).toEqual([]);
  expect(await sweepDocuments(later(25))).toEqual({ files: 0, pieces: 0 });
  expect(await buffer(await (await getDownload(ctx, kept.document)).open())).toEqual(FILES.pdf);
});

test("P1.9 two uploads of one file at once are one version, and two files are two", async () => {
  const { id, sam } = await aDraft();
  const ctx = await asUser(sam);
  const same = await Promise.all([1, 2, 3].map(() => addDocument(ctx, input(id), pieces(FILES.pdf))));
  expect(new Set(same.map(({ document }) => document)).size).toBe(1);
  const bytes = (mark: string) => Buffer.concat([FILES.pdf, Buffer.from(mark)]);
  const both = await Promise.all(["one", "two"].map((mark) => addDocument(ctx, input(id), pieces(bytes(mark)))));
  expect(both.map(({ version }) => version).sort()).toEqual([2, 3]);
});

test("bytes that are being removed at this moment are kept again, and not lost", async () => {
  const { id, sam } = await aDraft();
  const bytes = Buffer.concat([FILES.pdf, Buffer.from("again")]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ctx = await asUser(sam);
  const atOnce = asActor({ type: "system", job: "sweepDocuments" }, undefined, new Date()); // what is being received is as old as it is
  await prisma.storedFile.create({ data: { sha256, size: bytes.length, touchedAt: NOW, isRemoving: true } });
  const [added] = await Promise.all([addDocument(ctx, input(id), pieces(bytes)), sweepDocuments(atOnce)]);
  expect(added.sha256).toBe(sha256);
  expect(await buffer(await (await getDownload(ctx, added.document)).open())).toEqual(bytes);
});
