import * as z from "zod";

/** Every time zone that this system knows, by its IANA name. */
export const ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

const KNOWN: ReadonlySet<string> = new Set(ZONES);

/** Also old names and links count (`Asia/Calcutta`), as far as the system can compute with them. */
export function isZone(value: string): boolean {
  if (KNOWN.has(value)) return true;
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(value)) return false; // Intl would also take "+02:00", which knows no summer
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

export const zone = z.string("Choose a time zone.").max(64).refine(isZone, "Choose a time zone from the list, like Europe/Berlin.");
