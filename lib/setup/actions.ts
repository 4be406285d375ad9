"use server";

import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { notifySample } from "@/lib/auth/sample";
import { endSession, findCtx, startSession } from "@/lib/auth/session";
import { setUpCtx } from "@/lib/auth/setup";
import type { FormState } from "@/lib/http/form";
import { asAppError, parseInput } from "@/lib/http/make-action";
import { readForm } from "@/lib/http/read-form";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { setUpOrganisation } from "./commands";
import { setUpInput } from "./schema";

/** Set the organisation up with the token of the log, and be signed in as its first admin. */
export async function setUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  try {
    const input = parseInput(setUpInput, readForm(form));
    const ctx = await setUpCtx(input.token, { now: new Date(), requestId: (await headers()).get("x-request-id") ?? "" });
    if (!ctx) throw new AppError("FORBIDDEN", { reason: "This set-up link does not work any more. The log of the start has the present one." });
    const { userId } = await setUpOrganisation(ctx, input);
    await startSession({ userId, epoch: 0, sample: false });
    redirect("/admin");
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, rule, fields } = asAppError(error, (unknown) => logger.error({ err: unknown }, "the set-up failed"));
    return { ok: false, code, message, rule, fields };
  }
}

/** Ask for a sample to look at; it is there in a moment. */
export async function createSampleAction(): Promise<void> {
  await notifySample("create");
  redirect("/sign-in?sample=wanted");
}

/** Leave the sample, and have it deleted for everybody who looks at it. Only from inside it. */
export async function dropSampleAction(): Promise<void> {
  const ctx = await findCtx();
  await endSession();
  if (ctx?.db) await notifySample("drop");
  redirect("/sign-in");
}

/** Leave the sample's person, to be another one. */
export async function switchPersonAction(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}
