import { Status } from "@/components/ui/status";

/** Whether somebody can sign in: an icon and a word. */
export function PersonStatus({ active, hasJoined, look }: { active: boolean; hasJoined: boolean; look?: "plain" | "pill" }) {
  if (!active) return <Status tone="neutral" icon="ban" look={look}>Deactivated</Status>;
  if (!hasJoined) return <Status tone="info" icon="mail" look={look}>Invited</Status>;
  return <Status tone="success" icon="circle-check" look={look}>Active</Status>;
}
