"use server";

import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import * as z from "zod";
import { clientLinkCtx } from "@/lib/auth/client-link";
import { clientAddress } from "@/lib/auth/session";
import type { FormState } from "@/lib/http/form";
import { asAppError, parseInput } from "@/lib/http/make-action";
import { readForm } from "@/lib/http/read-form";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { chooseByLink } from "../commands/choose";
import { CLOSED_LINK } from "../format";
import { chooseByLinkInput } from "../schema";

const tokenInput = z.looseObject({ token: z.string().max(100) });

/** P7.5: the client's choice, by whoever holds the link; no session, and none begins. The origin was checked before (guard.ts). */
export async function chooseByLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  try {
    const { token, ...rest } = parseInput(tokenInput, readForm(form));
    const ctx = await clientLinkCtx(token, { now: new Date(), requestId: (await headers()).get("x-request-id") ?? "", address: await clientAddress() });
    if (!ctx) throw new AppError("NOT_FOUND", { rule: "P7.5", reason: CLOSED_LINK });
    await chooseByLink(ctx, parseInput(chooseByLinkInput, rest));
    redirect(`/o/${token}?chosen`);
  } catch (error) {
    unstable_rethrow(error);
    const { code, message, rule, fields } = asAppError(error, (unknown) => logger.error({ err: unknown }, "choosing by a link failed"));
    return { ok: false, code, message, rule, fields };
  }
}
