// The web process: a small HTTP server around Next. It trusts no header about the client that a proxy of ours did not
// set, names each request, and ends with the process that started it. Runs on the pinned Node without a loader.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { guard, originRefusal } from "./guard.ts";
import { inOnePiece } from "./one-piece.ts";
import { takeTurns } from "./turns.ts";

const { HOST = "127.0.0.1", PORT = "3000", PUBLIC_URL = `http://localhost:${PORT}`, TRUST_PROXY } = process.env;
const dev = process.argv.includes("--dev");
const publicUrl = new URL(PUBLIC_URL);
const isTrusting = TRUST_PROXY === "1";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const ABOUT_THE_CLIENT = /^(x-forwarded-|forwarded$|x-real-ip$|x-request-id$|x-middleware-)/;
const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** The one address that takes files: it writes them to the disk piece by piece, up to the limit of the settings. */
const UPLOAD = { method: "POST", path: /^\/api\/documents(\?|$)/, maxMb: Number(process.env.UPLOAD_MAX_MB || 25), patienceMs: 15 * 60_000 };
const PATIENCE_MS = 60_000;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** What the application may believe about the client. Without a trusted proxy: the socket, and the address people use. */
function setClientHeaders(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  const id = isTrusting && typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
  if (!isTrusting) {
    for (const name of Object.keys(request.headers)) if (ABOUT_THE_CLIENT.test(name)) delete request.headers[name];
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-host"] = publicUrl.host;
    request.headers["x-forwarded-proto"] = publicUrl.protocol.replace(":", "");
  }
  request.headers["x-request-id"] = id;
  request.headers["x-portal-path"] = request.url ?? "/"; // pages read it: where to come back to after signing in
  return id;
}

/** A reason not to read the request, or null. Bodies have a length that is known and bearable, and come from a page of ours. */
function refusal(request: IncomingMessage): { status: number; sentence: string } | null {
  const { headers } = request;
  const foreign = originRefusal(request, { dev, publicUrl });
  if (foreign) return { status: 403, sentence: foreign };
  if (headers["transfer-encoding"] !== undefined) return { status: 411, sentence: "Send the length of the content." };
  const length = Number(headers["content-length"] ?? 0);
  if (isUpload(request)) return length > UPLOAD.maxMb * 1_000_000 ? { status: 413, sentence: `This file is too large; the limit is ${String(UPLOAD.maxMb)} MB.` } : null;
  if (length > MAX_BODY_BYTES) return { status: 413, sentence: "This is too large; the limit is 10 MB." };
  return null;
}

const isUpload = ({ method, url = "" }: IncomingMessage): boolean => method === UPLOAD.method && UPLOAD.path.test(url);

/** Whoever sends slowly may not hold a connection for ever; a large file from a phone may take its time. */
function hurry(request: IncomingMessage): void {
  if (isUpload(request)) return;
  const timer = setTimeout(() => { if (!request.complete) request.destroy(); }, PATIENCE_MS).unref();
  request.once("close", () => clearTimeout(timer));
}

/**
 * The portal on another name of this machine: sessions and the origin check belong to PUBLIC_URL, so go there. Not what
 * Next asks of itself, by this process' own address, after an action that leads elsewhere: its cookie would be lost.
 */
function elsewhere({ method, headers, url }: IncomingMessage): string | null {
  const host = headers.host ?? "";
  if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined || host === publicUrl.host || !LOOPBACK.has(publicUrl.hostname) || url?.startsWith("/api/")) return null;
  return URL.canParse(`http://${host}`) && LOOPBACK.has(new URL(`http://${host}`).hostname) ? new URL(url ?? "/", publicUrl).href : null;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const refused = refusal(request);
  if (refused) {
    response.writeHead(refused.status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(refused.sentence);
    return;
  }
  const location = dev ? null : elsewhere(request);
  if (location) {
    response.writeHead(307, { location }).end();
    return;
  }
  hurry(request);
  response.setHeader("x-request-id", setClientHeaders(request));
  guard(request, response, { dev, publicUrl });
  if (!dev && request.method === "GET") inOnePiece(response);
  const drawn = isWholePage(request) ? { parts: [], response } : undefined;
  if (drawn && !BESIDE.test(request.url ?? "")) turn(response, () => draw(request, response, drawn));
  else draw(request, response, drawn);
}

function draw(request: IncomingMessage, response: ServerResponse, drawn: DrawnPage | undefined): void {
  page.run(drawn, () => handle(request, response)).catch((error: unknown) => {
    console.error(JSON.stringify({ level: "error", msg: "a request could not be answered", err: String(error) }));
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}

/** What is no page, and may last: files, and live updates. */
const BESIDE = /^\/(api|_next)\//;
const turn = takeTurns({ atOnce: 4, patienceMs: 1_000 });

const server = createServer(answer);
server.keepAliveTimeout = 65_000; // longer than the usual 60 s of a proxy, which would else send into a closing connection
server.headersTimeout = 66_000;
server.requestTimeout = UPLOAD.patienceMs; // what is no upload is hurried

const app = next({ dev, dir: join(import.meta.dirname, ".."), hostname: HOST, port: Number(PORT), httpServer: server });
const handle = app.getRequestHandler();

/** What a request for a whole page brings along (components/ui/static-parts.ts). */
type DrawnPage = { parts: string[]; response: ServerResponse };
const page = new AsyncLocalStorage<DrawnPage | undefined>();
Object.assign(globalThis, { portalPage: page });
const isWholePage = ({ method, headers }: IncomingMessage): boolean => !dev && method === "GET" && headers.rsc === undefined;

/** Streams of live updates never end by themselves: lib/live hears of the end here, and ends them. */
const stopping = new AbortController();
Object.assign(globalThis, { portalStopping: stopping.signal });

let isStopping = false;
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  stopping.abort();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setInterval(() => server.closeIdleConnections(), 100).unref(); // a kept-alive connection becomes idle after its last answer
  setTimeout(() => process.exit(0), dev ? 500 : 8_000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop);
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();

await app.prepare();
server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${PORT} is already used by another program.` : error.message);
  process.exit(1);
});
server.listen(Number(PORT), HOST, () => process.send?.("ready"));
