import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import type { Brief } from "@/lib/handovers/queries/brief";

/** Why this brief cannot be changed now, and where it can be read. */
export function NoEdit({ brief: { head } }: { brief: Brief }) {
  const refusal = head.viewer.powers.answer;
  return (
    <Banner tone="info" icon="lock" title={refusal?.reason ?? "This brief cannot be changed now."} actions={<ButtonLink href={`/handovers/${head.id}`}>Open the handover</ButtonLink>}>
      {refusal && <>Rule {refusal.rule}</>}
    </Banner>
  );
}
