import "server-only";
import { presentedSchema } from "@/lib/options/rules/presented";
import type { Db } from "@/lib/platform/db";
import type { ChosenOption } from "@/lib/presentations/rules/chosen-option";

/** The option that the client chose, as it was presented; null where none is (P7.5). No authorisation here. */
export async function chosenOptionOf(db: Db, dealId: string): Promise<ChosenOption | null> {
  const choice = await db.optionChoice.findFirst({ where: { dealId, replacedAt: null }, include: { presentation: { select: { version: true, content: true } } } });
  if (!choice) return null;
  const { options } = presentedSchema.parse(JSON.parse(choice.presentation.content));
  const option = options.find(({ id }) => id === choice.optionId);
  if (!option) return null;
  const { presentationId, chosenAt, reason, presentation: { version } } = choice;
  return { presentationId, version, chosenAt, reason, option, others: options.filter(({ id }) => id !== option.id).map(({ name }) => name) };
}

/** The versions of a deal's presentations by their ids, to name where an answer came from. */
export const presentationVersions = async (db: Db, dealId: string): Promise<Map<string, number>> =>
  new Map((await db.optionPresentation.findMany({ where: { dealId }, select: { id: true, version: true } })).map(({ id, version }) => [id, version]));
