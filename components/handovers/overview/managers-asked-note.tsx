import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { RETURN_REASONS } from "@/lib/handovers/format";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import type { ManagersAsked } from "@/lib/handovers/queries/managers-asked";
import { askedWords } from "@/lib/handovers/rules/repeated-returns";

/** Says that the managers were brought in, why, and what they can do (P1.10). */
export function ManagersAskedNote({ head, asked }: { head: HandoverHead; asked: readonly ManagersAsked[] }) {
  const [latest] = asked;
  if (!latest) return null;
  const { isManager, powers } = head.viewer;
  const words = askedWords(latest);
  return (
    <div className="mb-6">
      <Banner
        tone="warning"
        icon="users"
        title={`${words.charAt(0).toUpperCase()}${words.slice(1)}`}
        actions={isManager && powers.reassign !== null && <ButtonLink size="sm" href={`/deals/${head.deal.id}`}>To the deal and its people</ButtonLink>}
      >
        <p>
          The brief was returned more than once as: {asked.map(({ reason }) => RETURN_REASONS[reason].toLowerCase()).join("; ")}.
          {" "}The managers bring {head.contactOwner.name}{head.pm && <> and {head.pm.name}</>} together and settle what is needed.
        </p>
        {isManager && <p className="mt-2">A delivery manager can name another PM or lead, under More; a sales manager another contact owner, on the deal.</p>}
      </Banner>
    </div>
  );
}
