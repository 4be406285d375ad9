import { DialogForm } from "@/components/deals/dialog-form";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { eraseContactAction } from "@/lib/clients/actions";
import { CONTACT_ROLES, ERASURES } from "@/lib/clients/format";
import type { ContactRole } from "@/lib/platform/generated/enums";

type Contact = { id: string; name: string; title: string; email: string; phone: string; zone: string; language: string; roles: readonly ContactRole[]; erasedAt: Date | null };
type ContactListProps = { clientId: string; contacts: readonly Contact[]; canEdit: boolean; canErase: boolean };

/** The people at a client, with what may be done to each. */
export function ContactList({ clientId, contacts, canEdit, canErase }: ContactListProps) {
  if (contacts.length === 0)
    return (
      <EmptyState icon="users" action={canEdit && <ButtonLink href={`/clients/${clientId}/contacts/new`} icon="user-plus">Add a contact</ButtonLink>}>
        Nobody is known here yet.
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {contacts.map((contact) => (
        <li key={contact.id} id={`contact-${contact.id}`} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
          {contact.erasedAt ? <p className="text-ink-2">Erased person</p> : <ContactFacts contact={contact} />}
          {!contact.erasedAt && (
            <div className="no-print flex flex-wrap gap-2">
              {canEdit && <ButtonLink href={`/clients/${clientId}/contacts/${contact.id}`} size="sm" variant="ghost" icon="pencil">Edit<span className="sr-only"> {contact.name}</span></ButtonLink>}
              {canErase && <EraseContact contact={contact} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { name, title, email, phone, zone, language, roles } = contact;
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{name}</span>
        {title && <span className="text-ink-2">{title}</span>}
        {roles.map((role) => <Badge key={role}>{CONTACT_ROLES[role]}</Badge>)}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 [overflow-wrap:anywhere]">
        {email && <TextLink href={`mailto:${encodeURIComponent(email)}`}>{email}</TextLink>}
        {phone && <TextLink href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</TextLink>}
        {zone && <span>{zone}</span>}
        {language && <span>{language}</span>}
      </p>
    </div>
  );
}

/** It cannot be undone, so it asks first (B3). */
function EraseContact({ contact: { id, name } }: { contact: Contact }) {
  return (
    <DialogForm
      id={`erase-${id}`} label="Erase" size="sm" variant="ghost" icon="trash" danger action={eraseContactAction} fields={{ id }} done="Erased"
      title={`Erase ${name}`} confirm="Erase for good"
      description="Name, mail and phone disappear from the client, from every brief and version, and from the history. This cannot be undone."
      asked={[{ name: "reason", label: "Why", type: "choice", options: Object.entries(ERASURES).map(([value, label]) => ({ value, label })) }]}
    />
  );
}
