import { answer } from "@/lib/http/endpoint";
import { openStream } from "@/lib/live/queries/stream";

/** Server-sent events: which handovers changed that this person may see, and no more. */
export const GET = (): Promise<Response> => answer(openStream);
