import { ActionButton } from "@/components/people/action-button";
import { Person } from "@/components/ui/avatar";
import { Section } from "@/components/ui/section";
import { inviteColleagueAction, reassignContactOwnerAction, removeColleagueAction } from "@/lib/deals/actions";
import { DialogForm } from "./dialog-form";

type Named = { id: string; name: string };
type PeopleSectionProps = {
  deal: { id: string; contactOwner: Named; owner: Named; colleagues: readonly Named[] };
  sellers: readonly Named[];
  mayReassign: boolean;
  mayInvite: boolean;
};

/** Who owns the relationship and the deal, and who else in sales writes the draft (P1.2, P3.5). */
export function PeopleSection({ deal, sellers, mayReassign, mayInvite }: PeopleSectionProps) {
  const others = (taken: readonly Named[]) =>
    sellers.filter(({ id }) => !taken.some((one) => one.id === id)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title="People">
      <ul className="space-y-3">
        <li className="flex flex-wrap items-center justify-between gap-2">
          <Person name={deal.contactOwner.name} detail="Contact owner" />
          {mayReassign && (
            <DialogForm
              id="reassign" label="Re-assign" size="sm" variant="ghost" title="Re-assign the contact owner" confirm="Re-assign" done="Re-assigned"
              description="The relationship, the live handover and its open checklist items move on at once."
              action={reassignContactOwnerAction} fields={{ id: deal.id }}
              asked={[
                { name: "userId", label: "New contact owner", type: "choice", options: others([deal.contactOwner]) },
                { name: "reason", label: "Why", type: "area" },
              ]}
            />
          )}
        </li>
        {deal.owner.id !== deal.contactOwner.id && <li><Person name={deal.owner.name} detail="Deal owner" /></li>}
        {deal.colleagues.map((colleague) => (
          <li key={colleague.id} className="flex flex-wrap items-center justify-between gap-2">
            <Person name={colleague.name} detail="Invited colleague" />
            {mayInvite && (
              <ActionButton action={removeColleagueAction} fields={{ id: deal.id, userId: colleague.id }} size="sm" variant="ghost" done="Removed">
                Remove<span className="sr-only"> {colleague.name}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {mayInvite && (
        <DialogForm
          id="invite" label="Invite a colleague" size="sm" icon="user-plus" title="Invite a colleague in sales" confirm="Invite" done="Invited"
          description="They see the deal and write the draft with you." action={inviteColleagueAction} fields={{ id: deal.id }}
          asked={[{ name: "userId", label: "Colleague", type: "choice", options: others([deal.contactOwner, deal.owner, ...deal.colleagues]) }]}
        />
      )}
    </Section>
  );
}
