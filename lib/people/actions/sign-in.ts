"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { signInWithPassword } from "@/lib/auth/credentials";
import { safeNext } from "@/lib/auth/next-path";
import { signInToSample } from "@/lib/auth/sample";
import { clientAddress, endSession, startSession } from "@/lib/auth/session";
import type { FormState } from "@/lib/http/form";
import { asAppError, parseInput } from "@/lib/http/make-action";
import { readForm } from "@/lib/http/read-form";
import { logger } from "@/lib/platform/logger";
import { signInInput, signInToSampleInput } from "../schema";

/** Sign in by mail address and password, and go on to where it was wanted. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return orFailure(async () => {
    const { email, password, next } = parseInput(signInInput, readForm(form));
    await startSession(await signInWithPassword({ email, password, address: await clientAddress() }));
    redirect(safeNext(next));
  });
}

/** Be one of the sample's people. */
export async function signInToSampleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return orFailure(async () => {
    const { userId } = parseInput(signInToSampleInput, readForm(form));
    await startSession(await signInToSample(userId));
    redirect("/");
  });
}

/** Sign this browser out. Nobody needs to be signed in for that. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

/** These doors open before there is a Ctx; failures are told as at the others. */
async function orFailure(run: () => Promise<never>): Promise<FormState> {
  try {
    return await run();
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, rule, fields } = asAppError(error, (unknown) => logger.error({ err: unknown }, "signing in failed"));
    return { ok: false, code, message, rule, fields };
  }
}
