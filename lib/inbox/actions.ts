"use server";

import { action } from "@/lib/http/action";
import { assignableTo } from "./queries/assignable";
import { assignKeys } from "./commands/assign";
import { remind } from "./commands/remind";
import { snoozeKeys, wakeKeys } from "./commands/snooze";
import { deleteView, saveView, shareView } from "./commands/views";
import * as input from "./schema";

export const snoozeKeysAction = action(input.snoozeKeysInput, snoozeKeys);
export const wakeKeysAction = action(input.wakeKeysInput, wakeKeys);
export const remindAction = action(input.remindInput, remind);
/** Asked when the question opens: what can be offered depends on the keys. */
export const assignableAction = action(input.assignableInput, assignableTo);
export const assignKeysAction = action(input.assignKeysInput, assignKeys);
export const saveViewAction = action(input.saveViewInput, saveView);
export const shareViewAction = action(input.shareViewInput, shareView);
export const deleteViewAction = action(input.deleteViewInput, deleteView);
