import { saveComment } from "@/lib/handovers/commands/comments";
import { saveCommentInput } from "@/lib/handovers/schema";
import { endpoint } from "@/lib/http/endpoint";

/** Keeps a comment while it is being written: a stable address that outlives a deploy and, with `keepalive`, the tab. */
export const PUT = endpoint(saveCommentInput, saveComment);
