import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type pg from "pg";

/** The part of pg's connection that COPY needs and that its types leave out. */
type Wire = pg.Connection & {
  query: (text: string) => void;
  stream: Socket;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (reason: string) => void;
};

/** One COPY statement in pg's queue of queries; settles when the server is ready for the next. */
class Copy implements pg.Submittable {
  readonly done: Promise<void>;
  #settle = Promise.withResolvers<void>();
  #error: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly on: { data?: (chunk: Buffer, wire: Wire) => void; wanted?: (wire: Wire) => void },
  ) {
    this.done = this.#settle.promise;
  }

  submit(connection: pg.Connection): void {
    (connection as Wire).query(this.text);
  }
  handleCopyData({ chunk }: { chunk: Buffer }, connection: pg.Connection): void {
    this.on.data?.(chunk, connection as Wire);
  }
  handleCopyInResponse(connection: pg.Connection): void {
    this.on.wanted?.(connection as Wire);
  }
  handleError(error: Error): void {
    this.#error = error;
    this.#settle.reject(error);
  }
  handleReadyForQuery(): void {
    if (!this.#error) this.#settle.resolve();
  }
  handleCommandComplete(): void {
    // the number of rows is counted by the caller
  }
  handleEmptyQuery(): void {
    // COPY is never empty
  }
}

export type Digest = { rows: number; sha256: string };

/** Copies a query's rows out, into a file when one is named, and answers with their number and the digest of their text. */
export async function copyOut(client: pg.Client, query: string, file?: string): Promise<Digest> {
  const digest = createHash("sha256");
  const out = file ? createWriteStream(file, { mode: 0o600, flags: "wx" }) : undefined;
  let rows = 0;
  let paused: Wire["stream"] | undefined;
  const copy = client.query(new Copy(`COPY (${query}) TO STDOUT (FORMAT text, ENCODING 'UTF8')`, {
    data: (chunk, { stream }) => {
      rows += 1; // the server sends one message per row
      digest.update(chunk);
      if (!out || out.write(Buffer.from(chunk)) || paused) return; // a copy: pg reads the next message into the same memory
      paused = stream.pause();
      out.once("drain", () => (paused = void stream.resume()));
    },
  }));
  await copy.done;
  if (out) {
    out.end();
    await once(out, "close");
    paused?.resume(); // a file that ends while it is full says nothing any more
  }
  return { rows, sha256: digest.digest("hex") };
}

/** Copies a file made by `copyOut` into a table. */
export async function copyIn(client: pg.Client, target: string, file: string): Promise<void> {
  const copy = client.query(new Copy(`COPY ${target} FROM STDIN (FORMAT text, ENCODING 'UTF8')`, {
    wanted: (wire) => {
      const send = async () => {
        for await (const chunk of createReadStream(file)) {
          wire.sendCopyFromChunk(chunk as Buffer);
          if (wire.stream.writableNeedDrain) await once(wire.stream, "drain");
        }
        wire.endCopyFrom();
      };
      send().catch((error: unknown) => wire.sendCopyFail(String(error)));
    },
  }));
  await copy.done;
}
