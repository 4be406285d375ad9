import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { AppError } from "@/lib/platform/errors";
import { clientLinkCtx } from "./client-link";
import type { Ctx } from "./ctx";
import { clientAddress } from "./session";

/** The Ctx of a client's page; null where the link does not work, or was tried too often: the page says the same. */
export async function clientPageCtx(token: string): Promise<Ctx | null> {
  try {
    return await clientLinkCtx(token, { now: new Date(), requestId: (await headers()).get("x-request-id") ?? randomUUID(), address: await clientAddress() });
  } catch (error) {
    if (error instanceof AppError && error.code === "TOO_MANY") return null;
    throw error;
  }
}
