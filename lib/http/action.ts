import "server-only";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { requireCtx } from "@/lib/auth/session";
import { logger } from "@/lib/platform/logger";
import { makeAction } from "./make-action";

/** The browser's door, as every feature's actions.ts uses it. */
export const action = makeAction({
  requireCtx,
  rethrow: unstable_rethrow,
  refresh,
  report: (error) => logger.error({ err: error }, "an action failed"),
});
