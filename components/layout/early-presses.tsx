"use client";

import { useLayoutEffect } from "react";
import { HEARS } from "./keep-early-press";

/** Says that the page hears from now on: with the same commit, so that no press is neither heard nor kept, or both. */
export function EarlyPresses() {
  useLayoutEffect(() => void document.dispatchEvent(new Event(HEARS)), []);
  return null;
}
