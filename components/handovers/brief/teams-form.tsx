"use client";

import { type FormEvent, useState, useTransition } from "react";
import { CheckboxGroup } from "@/components/form/choice";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { setTeamsAction } from "@/lib/handovers/actions";

/** Which delivery teams the work needs (P1.13). Each brings its own questions into the brief. */
export function TeamsForm({ id, teams }: { id: string; teams: readonly { id: string; name: string; isChosen: boolean }[] }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const teamIds = new FormData(event.currentTarget).getAll("team").map(String);
    start(async () => {
      const result = await setTeamsAction({ id, teamIds }).catch(() => ({ ok: false as const, message: "The portal cannot be reached. Nothing was changed." }));
      setProblem(result.ok ? null : result.message);
      if (result.ok) toast("Teams set");
    });
  }

  return (
    <form onSubmit={send} className="space-y-3">
      {problem && <Banner tone="danger" live="alert">{problem}</Banner>}
      <CheckboxGroup
        id="teams" name="team" label="Teams that do the work" look="inline" hint="A team brings its own questions; what was answered before stays."
        options={teams.map(({ id: value, name }) => ({ value, label: name }))} defaultValue={teams.filter(({ isChosen }) => isChosen).map((team) => team.id)}
      />
      <Button type="submit" pending={isBusy}>Set teams</Button>
    </form>
  );
}
