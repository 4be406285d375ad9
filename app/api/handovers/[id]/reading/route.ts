import { recordReading } from "@/lib/handovers/commands/reading";
import { recordReadingInput } from "@/lib/handovers/schema";
import { endpoint } from "@/lib/http/endpoint";

/** How long sections were in view (P4.6), sent with `keepalive` when the page is left. */
export const POST = endpoint(recordReadingInput, recordReading);
