import type { ReactNode } from "react";
import { answerAs } from "@/components/ui/static-parts";
import { orUnavailable } from "@/lib/platform/database-down";
import { AppError, ERRORS } from "@/lib/platform/errors";
import { NoPermission } from "./no-permission";
import { NothingHere } from "./nothing-here";

/**
 * The door of a page, as `action` and `endpoint` are of theirs: draws it, and says itself what was not found or is not allowed, with
 * its status; `Nothing` is for pages without the frame. Next's own `notFound()` leaves the page empty until a script has run.
 */
export const portalPage =
  <P,>(draw: (props: P) => Promise<ReactNode>, Nothing: () => ReactNode = NothingHere) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await orUnavailable(() => draw(props));
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== "NOT_FOUND" && error.code !== "FORBIDDEN")) throw error;
      if (error.code === "FORBIDDEN") return <NoPermission title="Not yours to see" reason={error.message} />;
      answerAs(ERRORS.NOT_FOUND.http);
      return <Nothing />;
    }
  };
