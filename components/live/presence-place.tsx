import { cx } from "@/components/ui/cx";

/** Where it is said who else has this handover's brief open; empty while nobody has. `here`: this page has it open, too. */
export function PresencePlace({ handoverId, here, className }: { handoverId: string; here?: boolean; className?: string }) {
  return (
    <span
      data-presence={handoverId} data-here={here ? "" : undefined} role={here ? "status" : undefined} suppressHydrationWarning
      className={cx("presence", className)}
    />
  );
}
