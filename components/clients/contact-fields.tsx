import { CheckboxGroup } from "@/components/form/choice";
import { Field } from "@/components/form/field";
import { Combobox } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { CONTACT_ROLES } from "@/lib/clients/format";
import type { ContactRole } from "@/lib/platform/generated/enums";

type Contact = { name: string; title: string; email: string; phone: string; zone: string; language: string; roles: readonly ContactRole[] };

type ContactFieldsProps = { contact?: Contact; zones: readonly string[]; errorOf: (name: string) => string | undefined; idOf: (name: string) => string };

/** A person at the client. */
export function ContactFields({ contact, zones, errorOf, idOf }: ContactFieldsProps) {
  const of = (name: keyof Contact) => ({ id: idOf(name), error: errorOf(name) });
  return (
    <>
      <Field {...of("name")} label="Name">{(control) => <TextInput {...control} name="name" defaultValue={contact?.name} required />}</Field>
      <Field {...of("title")} label="Title" hint="What they do there." optional>{(control) => <TextInput {...control} name="title" defaultValue={contact?.title} />}</Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...of("email")} label="Mail address" optional>
          {(control) => <TextInput {...control} name="email" type="email" defaultValue={contact?.email} />}
        </Field>
        <Field {...of("phone")} label="Phone" optional>
          {(control) => <TextInput {...control} name="phone" type="tel" defaultValue={contact?.phone} />}
        </Field>
      </div>
      <CheckboxGroup
        {...of("roles")} name="roles" label="Roles" hint="A first call needs the decision maker or sponsor, and the day-to-day contact." look="inline" optional
        options={Object.entries(CONTACT_ROLES).map(([value, label]) => ({ value, label }))} defaultValue={contact?.roles}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...of("zone")} label="Time zone" optional>
          {(control) => <Combobox {...control} options={zones} name="zone" defaultValue={contact?.zone} placeholder="Europe/Berlin" />}
        </Field>
        <Field {...of("language")} label="Language" optional>
          {(control) => <TextInput {...control} name="language" defaultValue={contact?.language} placeholder="German" />}
        </Field>
      </div>
    </>
  );
}
