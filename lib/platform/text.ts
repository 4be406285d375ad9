import * as z from "zod";

/**
 * Text exactly as it was typed, at most `max` UTF-16 units. Refuses what Postgres cannot keep (NUL) or would store
 * changed (a lone surrogate), and alters nothing.
 */
export const text = (max: number) =>
  z
    .string("Enter text.")
    .max(max, `Use at most ${max.toLocaleString("en-GB")} characters.`)
    .refine((s) => s.isWellFormed() && !s.includes("\0"), "Contains characters that cannot be kept.");

/** The same, and not blank. */
export const requiredText = (max: number) => text(max).refine((s) => s.trim() !== "", "Please fill this in.");
