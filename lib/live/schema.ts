import * as z from "zod";

/** Somebody opened a brief, still has it open, or left it. */
export const hereInput = z.strictObject({ id: z.uuid(), isLeaving: z.boolean() });

/** Whose presence is asked about: at most a page of a list. */
export const presenceInput = z.strictObject({ ids: z.array(z.uuid()).max(60) });
