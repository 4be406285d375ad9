import "server-only";
import { env } from "@/lib/platform/env";

/** How long a sign-in lasts. What it may do is asked of the database at every request, whatever its age. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

const secure = env.PUBLIC_URL.startsWith("https:");

/** `__Host-` binds the cookie to this host and to https; over plain http (a trial on one machine) browsers refuse it. */
export const SESSION_COOKIE = `${secure ? "__Host-" : ""}portal-session`;

export const COOKIE_OPTIONS = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
