import { discardComment, saveComment } from "@/lib/handovers/commands/comments";
import { discardCommentInput, saveCommentInput } from "@/lib/handovers/schema";
import { endpoint } from "@/lib/http/endpoint";

/** Keeps a comment while it is being written: a stable address that outlives a deploy and, with `keepalive`, the tab. */
export const PUT = endpoint(saveCommentInput, saveComment);

/** Takes one away that was not sent. */
export const DELETE = endpoint(discardCommentInput, discardComment);
