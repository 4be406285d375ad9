"use client";

import { type FormEvent, useState, useTransition } from "react";
import { RadioGroup } from "@/components/form/choice";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { namePeopleAction } from "@/lib/handovers/actions";

type Choice = { value: string; label: string; hint: string };
type PeopleFormProps = {
  id: string;
  pm: { chosen: string | null; people: readonly Choice[] };
  leads: readonly { teamId: string; team: string; chosen: string | null; why: string; people: readonly Choice[] }[];
};

/** Who takes over: the portal suggests, best fit first, with its reasons; the seller confirms (P1.6). */
export function PeopleForm({ id, pm, leads }: PeopleFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = (name: string) => String(form.get(name) ?? "") || null;
    start(async () => {
      const named = { id, pmId: chosen("pm"), leads: leads.map(({ teamId }) => ({ teamId, leadId: chosen(`lead-${teamId}`) })) };
      const result = await namePeopleAction(named).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was changed." }));
      setProblem(result.ok ? null : result.message);
      if (result.ok) toast("People named");
    });
  }

  return (
    <form onSubmit={send} className="space-y-8">
      {problem && <Banner tone="danger" live="alert">{problem}</Banner>}
      <RadioGroup id="pm" name="pm" label="PM" hint="Accepts the handover, and is accountable from then on." look="cards" options={pm.people} defaultValue={pm.chosen} />
      {leads.map(({ teamId, team, why, chosen, people }) => (
        <RadioGroup key={teamId} id={`lead-${teamId}`} name={`lead-${teamId}`} label={`${team} team lead`} hint={why} look="cards" options={people} defaultValue={chosen} />
      ))}
      <Button type="submit" variant="primary" pending={isBusy}>Confirm the people</Button>
    </form>
  );
}
