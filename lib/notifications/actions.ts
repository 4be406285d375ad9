"use server";
import { action } from "@/lib/http/action";
import { markAllRead, markRead } from "./commands";
import { markAllReadInput, markReadInput } from "./schema";

export const markReadAction = action(markReadInput, markRead);
export const markAllReadAction = action(markAllReadInput, markAllRead, { refresh: true });
