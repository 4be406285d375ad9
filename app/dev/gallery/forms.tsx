import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, CheckboxGroup, RadioGroup } from "@/components/form/choice";
import { Field, FieldGroup } from "@/components/form/field";
import { FileLink, FileLinkInput } from "@/components/form/file-link";
import { FormActions } from "@/components/form/form-actions";
import { MoneyInput, NumberInput } from "@/components/form/number-input";
import { SaveState } from "@/components/form/save-state";
import { Combobox, Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { DateInput, TextArea, TextInput, TimeInput } from "@/components/form/text-input";
import { type Pane, Row } from "./pair";

export function Fields({ pane }: { pane: Pane }) {
  const id = (name: string) => `${pane}-${name}`;
  return (
    <form className="max-w-form space-y-6">
      <Field id={id("goals")} label="Goals, in the client's words" hint="Delivery reads these back to the client on the first call." example="“We want one shop instead of four, and nobody in the warehouse should notice.”">
        {(control) => <TextArea {...control} name="goals" defaultValue="One shop instead of four." />}
      </Field>
      <Field id={id("contract")} label="Contract reference" aside={<Badge icon="link">From the deal</Badge>}>
        {(control) => <TextInput {...control} name="contract" defaultValue="2026-118" />}
      </Field>
      <Field id={id("annex")} label="Technical annex" optional hint="Where it lies, not the file itself.">
        {(control) => <TextInput {...control} name="annex" type="url" placeholder="https://" />}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field id={id("team")} label="Delivery team">
          {(control) => <Select {...control} name="team" placeholder="Choose a team" options={[{ value: "shopify", label: "Shopify" }, { value: "hubspot", label: "HubSpot" }]} />}
        </Field>
        <Field id={id("industry")} label="Industry" optional>
          {(control) => <Combobox {...control} name="industry" options={["Furniture", "Travel", "Brewing"]} />}
        </Field>
        <Field id={id("value")} label="Contract value">
          {(control) => <MoneyInput {...control} name="value" currency="EUR" defaultValue="84500" />}
        </Field>
        <Field id={id("price")} label="Price of the trial task">
          {(control) => <MoneyInput {...control} name="price" currencyName="currency" currency="CZK" currencies={["CZK", "EUR", "USD"]} />}
        </Field>
        <Field id={id("hours")} label="Hours cap">
          {(control) => <NumberInput {...control} name="hours" unit="hours" defaultValue="12" />}
        </Field>
        <Field id={id("call")} label="Time of the call">
          {(control) => <TimeInput {...control} name="call" defaultValue="14:30" />}
        </Field>
      </div>
      <RadioGroup id={id("date-kind")} name={id("date-kind")} label="Kind of date" look="cards" defaultValue="hard" options={[{ value: "hard", label: "Hard", hint: "Something outside depends on it." }, { value: "soft", label: "Soft", hint: "It can move for a good reason." }]} />
      <RadioGroup id={id("rating")} name={id("rating")} label="Rating" look="scale" defaultValue="4" options={["1 Poor", "2 Weak", "3 Fair", "4 Good", "5 Very good"].map((label) => ({ value: label.slice(0, 1), label }))} />
      <RadioGroup id={id("start")} name={id("start")} label="Was anything promised?" look="inline" options={[{ value: "yes", label: "Yes" }, { value: "no", label: "No, none were made" }]} />
      <CheckboxGroup id={id("matters")} name={id("matters")} label="Technical matters" hint="Each one may bring a team lead in." defaultValue={["integration"]} options={[{ value: "integration", label: "An integration" }, { value: "migration", label: "A migration", hint: "Data moves from another system." }, { value: "security", label: "A security matter" }]} />
      <Checkbox name="agree" label="I have matched every promise to its clause" />
      <FieldGroup id={id("document")} label="Document" optional>
        <FileLinkInput id={id("document")} titleName="title" urlName="url" />
      </FieldGroup>
      <FileLink href="https://example.com/brief" title="Minutes of the second meeting" detail="Google Drive, 12 November" />
      <Field id={id("locked")} label="Client" hint="Locked since the brief was submitted.">
        {(control) => <TextInput {...control} name="client" readOnly defaultValue="Lindholm Interiors" />}
      </Field>
      <FormActions aside={<SaveState state="saved" at="14:03" />}>
        <SubmitButton>Save and continue</SubmitButton>
        <Button>Save and leave</Button>
      </FormActions>
      <Row label="Is it safe? One fixed place says so">
        <SaveState state="saving" />
        <SaveState state="saved" at="14:03" />
        <SaveState state="retrying" />
        <SaveState state="offline" />
        <SaveState state="kept" />
        <SaveState state="unkept" />
        <SaveState state="stale" />
        <SaveState state="refused" count={1} />
      </Row>
    </form>
  );
}

export function FieldErrors({ pane }: { pane: Pane }) {
  const id = (name: string) => `${pane}-wrong-${name}`;
  return (
    <form className="max-w-form space-y-6">
      <ErrorSummary problems={[{ field: id("date"), message: "Enter the go-live date" }, { field: id("goals"), message: "Write the client's goals; “TBD” does not count" }, { field: id("kind"), message: "Choose whether the date is hard or soft" }]} />
      <Field id={id("date")} label="Go-live date" error="Enter the go-live date">
        {(control) => <DateInput {...control} name="date" />}
      </Field>
      <Field id={id("goals")} label="Goals" hint="In the client's words." error="Write the client's goals; “TBD” does not count">
        {(control) => <TextArea {...control} name="goals" defaultValue="TBD" rows={2} />}
      </Field>
      <RadioGroup id={id("kind")} name={id("kind")} label="Kind of date" look="inline" error="Choose whether the date is hard or soft" options={[{ value: "hard", label: "Hard" }, { value: "soft", label: "Soft" }]} />
    </form>
  );
}
