"use server";

import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { linkCtx } from "@/lib/auth/link";
import { startSession } from "@/lib/auth/session";
import type { FormState } from "@/lib/http/form";
import { asAppError, parseInput } from "@/lib/http/make-action";
import { readForm } from "@/lib/http/read-form";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { redeemLink } from "../commands/invitations";
import { joinInput } from "../schema";

/** Choose the password of an invitation or a reset, and be signed in. */
export async function joinAction(_previous: FormState, form: FormData): Promise<FormState> {
  try {
    const input = parseInput(joinInput, readForm(form));
    const requestId = (await headers()).get("x-request-id") ?? "";
    const link = await linkCtx(input.token, { now: new Date(), requestId });
    if (!link) throw new AppError("CONFLICT", { reason: "This link was used, has expired or was revoked. Ask an admin for a new one." });
    const { userId, epoch } = await redeemLink(link.ctx, input);
    await startSession({ userId, epoch, sample: false });
    redirect("/");
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, rule, fields } = asAppError(error, (unknown) => logger.error({ err: unknown }, "joining failed"));
    return { ok: false, code, message, rule, fields };
  }
}
