"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

/** Sends the form it stands in; busy, and deaf to a second click, until the answer is there. */
export function SubmitButton({ variant = "primary", pending, ...rest }: ComponentProps<typeof Button>) {
  const form = useFormStatus();
  return <Button type="submit" variant={variant} pending={pending ?? form.pending} {...rest} />;
}
