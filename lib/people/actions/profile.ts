"use server";

import { redirect } from "next/navigation";
import { clientAddress, endSession, startSession } from "@/lib/auth/session";
import { action } from "@/lib/http/action";
import { formAction } from "@/lib/http/form";
import * as z from "zod";
import { addTimeOff, changePassword, removeTimeOff, signOutEverywhere, updateProfile } from "../commands/profile";
import { addTimeOffInput, changePasswordInput, removeTimeOffInput, updateProfileInput } from "../schema";

export const updateProfileAction = formAction(updateProfileInput, updateProfile, { checks: ["singleKeys"] });
export const addTimeOffAction = formAction(addTimeOffInput, addTimeOff);
export const removeTimeOffAction = formAction(removeTimeOffInput, removeTimeOff);

/** Other browsers are signed out; this one goes on in a new session. */
export const changePasswordAction = formAction(changePasswordInput, async (ctx, input) => {
  const { userId, epoch } = await changePassword(ctx, { ...input, address: await clientAddress() });
  await startSession({ userId, epoch, sample: ctx.db !== undefined });
  return {};
});

const endAll = action(z.strictObject({}), signOutEverywhere);

/** Sign out here and wherever else this person is signed in. */
export async function signOutEverywhereAction(): Promise<void> {
  await endAll({});
  await endSession();
  redirect("/sign-in");
}
