"use server";

import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import * as z from "zod";
import { clientLinkCtx } from "@/lib/auth/client-link";
import type { Ctx } from "@/lib/auth/ctx";
import { clientAddress } from "@/lib/auth/session";
import { type FormState, typedIn } from "@/lib/http/form";
import { makeAction, parseInput } from "@/lib/http/make-action";
import { readForm } from "@/lib/http/read-form";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { chooseByLink } from "../commands/choose";
import { CLOSED_LINK } from "../format";
import { chooseByLinkInput } from "../schema";

const tokenInput = z.strictObject({ token: z.string().max(100) });

/**
 * P7.5: the client's choice, by whoever holds the link; no session, and none begins. The origin was checked before (guard.ts). A
 * refusal brings back what was typed (P1.3).
 */
export async function chooseByLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { token, ...rest } = readForm(form);
  const choose = makeAction({
    requireCtx: () => linkCtx(token), rethrow: unstable_rethrow, refresh: () => undefined, report: (error) => logger.error({ err: error }, "choosing by a link failed"),
  })(chooseByLinkInput, chooseByLink);
  const result = await choose(rest as z.input<typeof chooseByLinkInput>);
  if (result.ok) redirect(`/o/${String(token)}?chosen`);
  return { ...result, kept: typedIn(form) };
}

async function linkCtx(token: unknown): Promise<Ctx> {
  const { token: parsed } = parseInput(tokenInput, { token });
  const ctx = await clientLinkCtx(parsed, { now: new Date(), requestId: (await headers()).get("x-request-id") ?? "", address: await clientAddress() });
  if (!ctx) throw new AppError("NOT_FOUND", { rule: "P7.5", reason: CLOSED_LINK });
  return ctx;
}
