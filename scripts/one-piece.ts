import type { ServerResponse } from "node:http";

const PAGE = /^text\/html\b/;

/**
 * Sends a page as one piece. Next hands it over in several, all ready at about the same time; each would be a packet of
 * its own, and wake its reader: together they cost a tenth of the page. What a page
 * fetches later, files, and lists that are made while they are sent go as they come.
 */
export function inOnePiece(response: ServerResponse): void {
  const { flushHeaders, write, end } = response;
  const pieces: Buffer[] = [];
  const isPage = () => PAGE.test(String(response.getHeader("content-type"))); // its head may be written already: compression does so first
  Object.assign(response, {
    flushHeaders() {
      if (!isPage()) flushHeaders.call(response);
    },
    write(piece: string | Uint8Array, ...rest: unknown[]) {
      if (!isPage()) return Reflect.apply(write, response, [piece, ...rest]) as boolean;
      pieces.push(bytesOf(piece, rest[0]));
      return true;
    },
    end(piece?: unknown, ...rest: unknown[]) {
      if (pieces.length === 0) return Reflect.apply(end, response, [piece, ...rest]) as ServerResponse;
      if (typeof piece === "string" || piece instanceof Uint8Array) pieces.push(bytesOf(piece, rest[0]));
      const whole = Buffer.concat(pieces.splice(0));
      return Reflect.apply(end, response, [whole, [piece, ...rest].find((given) => typeof given === "function")]) as ServerResponse;
    },
  });
}

const bytesOf = (piece: string | Uint8Array, encoding: unknown): Buffer =>
  typeof piece === "string" ? Buffer.from(piece, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
