"use server";

import { formAction } from "@/lib/http/form";
import { markAllRead, markRead } from "./commands";
import { markAllReadInput, markReadInput } from "./schema";

/** Opens what the notice is about; it is read from then on. */
export const openNotificationAction = formAction(markReadInput, markRead, { to: ({ href }) => href });
export const markAllReadAction = formAction(markAllReadInput, markAllRead);
