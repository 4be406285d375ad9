import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { inOnePiece } from "@/scripts/one-piece";

/** What a reader of a real server gets: the answer, and its body in the pieces in which it came. */
async function read(answer: (response: ServerResponse) => Promise<void> | void) {
  const server = createServer((_, response) => {
    inOnePiece(response);
    void answer(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const [response] = (await once(get({ port: (server.address() as AddressInfo).port, agent: false }), "response")) as [IncomingMessage];
  const pieces: Buffer[] = [];
  response.on("data", (piece: Buffer) => pieces.push(piece));
  await once(response, "end");
  server.close();
  return { response, pieces, text: Buffer.concat(pieces).toString() };
}

const soon = () => new Promise((done) => setTimeout(done, 20));

describe("a page in one piece", () => {
  it("has its length and all of its text, however it was handed over", async () => {
    const { response, text } = await read(async (page) => {
      page.setHeader("content-type", "text/html; charset=utf-8");
      page.flushHeaders();
      expect(page.write("<p>Zoë ")).toBe(true);
      await soon();
      page.statusCode = 404; // said while it is drawn
      page.write(new TextEncoder().encode("— 1 "));
      page.write("c3a9", "hex");
      page.end("</p>");
    });
    expect(text).toBe("<p>Zoë — 1 é</p>");
    expect([response.statusCode, response.headers["content-length"], response.headers["transfer-encoding"]]).toEqual([404, String(Buffer.byteLength(text)), undefined]);
  });

  it("is one piece also where its head was written before, as compression does", async () => {
    const { pieces, text } = await read(async (page) => {
      page.setHeader("content-type", "text/html");
      page.writeHead(200);
      page.write("<p>1");
      await soon();
      page.write("2");
      await soon();
      page.end("3</p>");
    });
    expect([text, pieces.length]).toEqual(["<p>123</p>", 1]);
  });

  it("says when it has gone, and leaves what a page fetches later as it is", async () => {
    let isGone = false;
    await read((page) => {
      page.setHeader("content-type", "text/html");
      page.write("1");
      page.end(() => (isGone = true));
    });
    const { pieces } = await read(async (later) => {
      later.setHeader("content-type", "text/x-component");
      later.write("0:1\n");
      await soon();
      later.end("1:2\n");
    });
    expect([isGone, pieces.length]).toEqual([true, 2]);
  });

  it("leaves a list that is made while it is sent as it is", async () => {
    const { response, pieces, text } = await read(async (list) => {
      list.setHeader("content-type", "text/csv");
      list.flushHeaders();
      list.write("a\n");
      await soon();
      list.end("b\n");
    });
    expect([text, pieces.length, response.headers["transfer-encoding"]]).toEqual(["a\nb\n", 2, "chunked"]);
  });

  it("may be empty, or lead elsewhere", async () => {
    const { response, text } = await read((page) => void page.writeHead(307, { "content-type": "text/html", location: "/sign-in" }).end());
    expect([text, response.statusCode, response.headers.location]).toEqual(["", 307, "/sign-in"]);
  });
});
