import * as z from "zod";

export const markReadInput = z.strictObject({ id: z.uuid() });
export const markAllReadInput = z.strictObject({});
export const listNotificationsParams = z.object({ after: z.string().max(500).optional().catch(undefined) });
