import type * as z from "zod";
import type { StreamKind } from "@/lib/platform/generated/enums";

/** How long a decision can be undone (B1), and so how long every event waits before it is announced. */
export const UNDO_SECONDS = 10;

/** Who is told: people by their relation to the handover or deal, or those named in the payload's `userId` or `userIds`. */
export type Audience = "contactOwner" | "dealOwner" | "pm" | "keyHolders" | "salesManagers" | "deliveryManagers" | "named";

export type EventDefinition<P extends z.ZodType = z.ZodType> = {
  /** Whose history it belongs to. */
  stream: StreamKind;
  payload: P;
  /** What happened, to follow the actor's name: "returned the brief". */
  sentence: (payload: z.output<P>) => string;
  /** Who is told once it can no longer be undone. */
  audience: readonly Audience[];
  /** Whoever is named is led to what is asked of them: they may not see the deal (P6.4). */
  asksNamed?: true;
  /** Takes back the event just before it: neither of the two is announced. */
  undoes?: true;
};

/** Ties the sentence to its payload. */
export const defineEvent = <P extends z.ZodType>(definition: EventDefinition<P>) => definition;
