import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Ctx } from "@/lib/auth/ctx";
import { signInPath } from "@/lib/auth/next-path";
import { findCtx } from "@/lib/auth/session";
import { AppError } from "@/lib/platform/errors";

/** The path that was asked for, as proxy.ts writes it into the request. */
export const PATH_HEADER = "x-portal-path";

/** The Ctx of a page; a visitor is sent to sign in, and comes back to `next` (by default: this page). */
export async function pageCtx(next?: string): Promise<Ctx> {
  const ctx = await findCtx();
  if (!ctx) redirect(signInPath(next ?? (await headers()).get(PATH_HEADER)));
  return ctx;
}

/** Ends a page at an address that means nothing, as a query does that finds nothing: its door says so (components/layout/portal-page.tsx). */
export function nothingHere(): never {
  throw new AppError("NOT_FOUND");
}
