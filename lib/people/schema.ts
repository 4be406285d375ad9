import * as z from "zod";
import { requiredText, text } from "@/lib/platform/text";

export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 200;

/** A new password: long, and otherwise as anybody likes. */
export const newPassword = text(PASSWORD_MAX).min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters. A sentence is fine.`);

export const emailAddress = requiredText(254).pipe(z.email("Enter a mail address, like name@example.com."));

export const signInInput = z.strictObject({
  email: requiredText(254),
  password: text(PASSWORD_MAX).min(1, "Enter your password."),
  next: text(2_000).default("/"),
});

export const signInToSampleInput = z.strictObject({ userId: z.uuid() });
