import "server-only";
import { cookies } from "next/headers";
import { SESSION_COOKIE } from "@/lib/auth/cookie";
import type { Ctx } from "@/lib/auth/ctx";
import { readIdentity } from "@/lib/auth/session";
import { AppError } from "@/lib/platform/errors";
import { merged, type Told } from "../rules/notice";
import { hubOf, type Listener } from "./hub";

/** How many bytes may wait for a slow browser before it is let go; it comes back and looks again. */
const WAITING_AT_MOST = 64 * 1024;

/** A stream of "look again" for this session, until it is signed out or the browser leaves. */
export async function openStream(ctx: Ctx): Promise<Response> {
  const identity = await readIdentity((await cookies()).get(SESSION_COOKIE)?.value);
  if (!identity || ctx.actor.type !== "user") throw new AppError("UNAUTHENTICATED");
  const hub = hubOf(identity);
  let listener: Listener | undefined;
  const leave = () => { if (listener) hub.remove(listener); };
  let isFull = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) <= 0) return end();
        controller.enqueue(new TextEncoder().encode(text));
      };
      const end = () => {
        leave();
        try { controller.close(); } catch { /* it is closed already */ }
      };
      listener = { identity, end, beat: () => write(": \n\n"), tell: (told: Told) => write(`data: ${JSON.stringify(merged({}, told))}\n\n`) };
      isFull = !hub.add(listener);
      write("retry: 3000\n\n");
    },
    cancel: leave,
  }, new ByteLengthQueuingStrategy({ highWaterMark: WAITING_AT_MOST }));
  if (isFull) {
    await body.cancel();
    throw new AppError("TOO_MANY", { reason: "This person has as many open pages as can be told of changes." });
  }
  return new Response(body, {
    // no-transform: a compressed stream would wait until there is enough to compress
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
}
