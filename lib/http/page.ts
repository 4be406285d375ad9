import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
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

/** What a query found; out of scope or missing is the "not found" page. */
export const orNotFound = <T>(found: Promise<T>): Promise<T> => found.catch((error: unknown) => (isNotFound(error) ? notFound() : Promise.reject(error)));

/** The same for a page that says itself that nothing is there. */
export const orNull = <T>(found: Promise<T>): Promise<T | null> => found.catch((error: unknown) => (isNotFound(error) ? null : Promise.reject(error)));

const isNotFound = (error: unknown): boolean => error instanceof AppError && error.code === "NOT_FOUND";
