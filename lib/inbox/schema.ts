import * as z from "zod";
import { requiredText, text } from "@/lib/platform/text";
import { COMPLEXITIES, DUES, INBOX_VIEWS, ROUNDS } from "./format";

const id = z.uuid("This is not a valid reference.");
const keysOf = <T extends Record<string, string>>(words: T) => z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]);

/** The filters of an inbox, each by itself. */
const FILTERS = {
  team: id,
  client: id,
  complexity: keysOf(COMPLEXITIES),
  owner: id,
  due: keysOf(DUES),
  round: keysOf(ROUNDS),
  q: text(200).refine((typed) => typed.trim() !== ""),
};

/** What comes from an address is a wish: an unknown value is left out, and the list is shown without it. */
const wish = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** An inbox by its address. */
export const inboxParams = z.object({
  view: z.enum(INBOX_VIEWS).catch("to-review"),
  team: wish(FILTERS.team),
  client: wish(FILTERS.client),
  complexity: wish(FILTERS.complexity),
  owner: wish(FILTERS.owner),
  due: wish(FILTERS.due),
  round: wish(FILTERS.round),
  q: wish(FILTERS.q),
  /** The key whose brief is open beside the list. */
  open: wish(id),
  after: wish(z.string().max(500)),
  filters: wish(z.literal("1")),
});

/** The same as a view keeps it: nothing that an address of ours would not say. */
export const keptFilters = z.strictObject({ view: z.enum(INBOX_VIEWS), ...z.object(FILTERS).partial().shape });

export const saveViewInput = z.strictObject({
  name: requiredText(60),
  filters: keptFilters,
  /** The team that it is shared with; null for oneself. */
  teamId: id.nullable(),
});
export const shareViewInput = z.strictObject({ id, teamId: id.nullable() });
export const deleteViewInput = z.strictObject({ id });

const keys = z.array(z.strictObject({ id, keyId: id })).min(1, "Select at least one row.").max(100, "Select at most 100 rows.");
export const snoozeKeysInput = z.strictObject({ keys, until: z.enum(["tomorrow", "monday"]).or(z.iso.date("Enter a date that exists.")) });
export const wakeKeysInput = z.strictObject({ keys });
export const remindInput = z.strictObject({ keys });
export const assignableInput = z.strictObject({ keyIds: z.array(id).min(1).max(100) });
export const assignKeysInput = z.strictObject({ keys, userId: id, reason: requiredText(1_000) });

/** A view to export; `keys` of the rows that were selected, as the list names them: handover, key and version. */
export const exportParams = inboxParams.omit({ open: true, after: true, filters: true }).extend({
  keys: z.array(z.string().max(200).transform((row) => row.split(":")[1] ?? "").pipe(id)).max(100),
});
