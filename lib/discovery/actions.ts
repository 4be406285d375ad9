"use server";

import { type FormState, formAction } from "@/lib/http/form";
import { answerDiscovery, type DiscoveryAnswered } from "./commands/answer";
import type { Typed } from "./rules/typed";
import { answerDiscoveryInput } from "./schema";

const answer = formAction(answerDiscoveryInput, answerDiscovery, { lists: ["values"] });

/** What became of an answer, with what was typed: without JavaScript the page is drawn anew, and must not lose it. */
export type AnswerSent = NonNullable<FormState<DiscoveryAnswered>> & { typed: Typed & { reason: string } };

export async function answerDiscoveryAction(previous: FormState<DiscoveryAnswered>, form: FormData): Promise<AnswerSent | null> {
  const result = await answer(previous, form);
  const textIn = (name: string) => { const value = form.get(name); return typeof value === "string" ? value : ""; };
  const typed = { value: textIn("value"), values: form.getAll("values").filter((one) => typeof one === "string"), currency: textIn("currency"), reason: textIn("reason") };
  return result && { ...result, typed };
}
