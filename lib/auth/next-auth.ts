import "server-only";
import type { NextAuthOptions, User } from "next-auth";
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import * as z from "zod";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { COOKIE_OPTIONS, SESSION_COOKIE, SESSION_SECONDS } from "./cookie";
import { type Identity, signInWithPassword } from "./credentials";
import { safeNext } from "./next-path";
import { signInToSample } from "./sample";
import { clientAddress } from "./session";

declare module "next-auth" {
  interface User { epoch?: number; sample?: boolean }
}

const passwordInput = z.object({ email: z.string().max(320), password: z.string().max(200) });
const sampleInput = z.object({ userId: z.uuid() });

/** Null is "no" for next-auth. Any error's text would end up in the address, so others are logged and are a "no" too. */
async function orNull(attempt: () => Promise<Identity>): Promise<User | null> {
  try {
    const { userId, epoch, sample } = await attempt();
    return { id: userId, epoch, sample };
  } catch (error) {
    if (!(error instanceof AppError || error instanceof z.ZodError)) logger.error({ err: error }, "signing in failed");
    return null;
  }
}

export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: COOKIE_OPTIONS } },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { email: {}, password: {} },
      authorize: (given) =>
        orNull(async () => signInWithPassword({ ...passwordInput.parse(given), address: await clientAddress() })),
    }),
    CredentialsProvider({
      id: "sample",
      credentials: { userId: {} },
      authorize: (given) => orNull(() => signInToSample(sampleInput.parse(given).userId)),
    }),
  ],
  callbacks: {
    // Claims are written at sign-in only: what a browser posts to "update" a session changes nothing.
    jwt: ({ token, user, trigger }) => {
      if (trigger !== "signIn") return token;
      return { sub: user.id, epoch: user.epoch ?? 0, ...(user.sample && { sample: true }) };
    },
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url }) => new URL(safeNext(url.startsWith(env.PUBLIC_URL) ? url.slice(env.PUBLIC_URL.length) || "/" : url), env.PUBLIC_URL).href,
  },
  logger: {
    error: (code, metadata) => logger.error({ code, err: metadata instanceof Error ? metadata : undefined }, "sign-in failed"),
    warn: (code) => logger.debug({ code }, "next-auth"),
    debug: () => undefined,
  },
};

type Context = { params: Promise<{ nextauth: string[] }> };
const handle = NextAuth(authOptions) as (request: Request, context: Context) => Promise<Response>;

/** next-auth learns its own address from a setting of its own, else guesses; where it leads is always our address. */
export async function authHandler(request: Request, context: Context): Promise<Response> {
  const response = await handle(request, context);
  const location = response.headers.get("location");
  if (!location) return response;
  const { pathname, search } = new URL(location, env.PUBLIC_URL);
  response.headers.set("location", new URL(pathname + search, env.PUBLIC_URL).href);
  return response;
}
