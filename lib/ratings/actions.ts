"use server";

import { formAction } from "@/lib/http/form";
import { answerBriefCheck } from "./commands/check";
import { giveRating } from "./commands/rate";
import { answerBriefCheckInput, giveRatingInput } from "./schema";

export const giveRatingAction = formAction(giveRatingInput, giveRating);
export const answerBriefCheckAction = formAction(answerBriefCheckInput, answerBriefCheck, { lists: ["fields"] });
