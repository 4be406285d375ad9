import { Field } from "@/components/form/field";
import { Combobox } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";

type Client = { name: string; legalName: string; industry: string; website: string; zone: string; country: string };

type ClientFieldsProps = {
  client?: Client;
  zones: readonly string[];
  /** Before each name, where the client is a part of a larger form: "client." */
  part?: string;
  errorOf: (name: string) => string | undefined;
  idOf: (name: string) => string;
};

/** What is known about a client. Only the name is needed. */
export function ClientFields({ client, zones, part = "", errorOf, idOf }: ClientFieldsProps) {
  const of = (name: keyof Client) => ({ id: idOf(part + name), error: errorOf(part + name) });
  return (
    <>
      <Field {...of("name")} label="Client" hint="What people call it.">
        {(control) => <TextInput {...control} name={`${part}name`} defaultValue={client?.name} required autoComplete="organization" />}
      </Field>
      <Field {...of("website")} label="Website" hint="Its domain shows whether we know the client already." optional>
        {(control) => <TextInput {...control} name={`${part}website`} defaultValue={client?.website} inputMode="url" autoCapitalize="none" placeholder="acme.com" />}
      </Field>
      <Field {...of("legalName")} label="Legal name" optional>
        {(control) => <TextInput {...control} name={`${part}legalName`} defaultValue={client?.legalName} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...of("industry")} label="Industry" optional>
          {(control) => <TextInput {...control} name={`${part}industry`} defaultValue={client?.industry} />}
        </Field>
        <Field {...of("country")} label="Country" optional>
          {(control) => <TextInput {...control} name={`${part}country`} defaultValue={client?.country} autoComplete="country-name" />}
        </Field>
      </div>
      <Field {...of("zone")} label="Time zone" hint="Calls are proposed within the client's working day." optional>
        {(control) => <Combobox {...control} options={zones} name={`${part}zone`} defaultValue={client?.zone} placeholder="Europe/Berlin" />}
      </Field>
    </>
  );
}
