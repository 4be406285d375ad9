import { AttendeeList } from "@/components/handovers/people/attendee-list";
import { Notice } from "@/components/ui/banner";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import type { Brief } from "@/lib/handovers/queries/brief";
import type { Suggested, SuggestedPeople } from "@/lib/handovers/queries/suggestions";
import { PeopleForm } from "./people-form";
import { TeamsForm } from "./teams-form";

/** Teams, PM and leads of one handover, with the portal's suggestion and its reasons (P1.6, P1.13). */
export function PeoplePanel({ brief, suggested }: { brief: Brief; suggested: SuggestedPeople }) {
  const { head: { id }, pm, teams, leads } = brief;
  const need = (teamId: string) => leads.find(({ team }) => team.id === teamId);
  const not = [...new Set([...suggested.pm.not, ...suggested.leads.flatMap((one) => one.not)])];
  return (
    <div className="space-y-10">
      <Section title="Delivery teams" id="teams"><TeamsForm id={id} teams={suggested.teams} /></Section>
      {teams.length > 0 && (
        <Section title="Who takes over" id="people" description="The best fit comes first, with the reasons. Nobody is asked before you submit.">
          <PeopleForm
            key={`${pm?.id}${teams.map((team) => team.id + (team.lead?.id ?? "")).join()}`}
            id={id}
            pm={{ chosen: pm?.id ?? suggested.pm.list[0]?.id ?? null, people: optionsOf(suggested.pm, pm) }}
            leads={suggested.leads.map((one) => {
              const lead = teams.find((team) => team.id === one.teamId)?.lead ?? null;
              const { needed = false, reason = "" } = need(one.teamId) ?? {};
              return {
                teamId: one.teamId, team: one.team, why: needed ? `${reason} The lead decides, too (P2.3).` : `${reason} Named for questions.`,
                chosen: lead?.id ?? one.list[0]?.id ?? null, people: optionsOf(one, lead),
              };
            })}
          />
          {not.length > 0 && (
            <Callout title="Not suggested" icon="info"><ul>{not.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></Callout>
          )}
        </Section>
      )}
      {teams.length > 0 && (
        <Section title="First call" description="Who belongs in it follows from the brief and from the people named; it changes with them.">
          <AttendeeList attendees={brief.attendees} version={brief.versions.attendees} />
        </Section>
      )}
      {teams.length === 0 && <Notice tone="info">Choose the teams first; then the portal suggests who takes over.</Notice>}
    </div>
  );
}

/** Each with the reasons; whoever is named stays in the list, even if the portal would not suggest them now. */
function optionsOf({ list }: Suggested, named: { id: string; name: string } | null) {
  const options = list.map(({ id, name, reasons, overCap }, index) => ({
    value: id,
    label: index === 0 ? `${name}, suggested` : name,
    hint: `${capital(reasons.join(", "))}.${overCap ? " Over the cap: their manager should agree." : ""}`,
  }));
  const isListed = !named || options.some(({ value }) => value === named.id);
  return isListed ? options : [{ value: named.id, label: named.name, hint: "Named before; not suggested now." }, ...options];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
