import { signInToSampleAction } from "@/lib/people/actions/sign-in";
import { ROLES } from "@/lib/auth/roles";
import type { Role } from "@/lib/platform/generated/enums";
import { listText } from "@/lib/platform/intl";
import { ActionButton } from "./action-button";

export type SamplePerson = { id: string; name: string; isAdmin: boolean; memberships: { role: Role; team: { name: string } }[] };

const GROUPS: readonly (Role | "ADMIN")[] = ["SALES", "PM", "TEAM_LEAD", "DEVELOPER", "MANAGER", "ADMIN"];
const titleOf = (group: Role | "ADMIN") => (group === "ADMIN" ? "Admin" : { SALES: "Sales", PM: "PMs", TEAM_LEAD: "Team leads", DEVELOPER: "Developers", MANAGER: "Managers" }[group]);

/** The sample's people by role: one click, and you look at the portal as they do. */
export function SampleSwitcher({ people }: { people: SamplePerson[] }) {
  const groups = GROUPS.map((group) => ({
    group,
    members: people.filter((person) => (group === "ADMIN" ? person.isAdmin : person.memberships.some(({ role }) => role === group))),
  })).filter(({ members }) => members.length > 0);
  return (
    <div className="space-y-5">
      {groups.map(({ group, members }) => (
        <section key={group} aria-label={titleOf(group)}>
          <h2 className="text-sm font-medium text-ink-2">{titleOf(group)}</h2>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {members.map((person) => (
              <li key={person.id} className="flex items-center justify-between gap-x-4 py-2">
                <span className="min-w-0">
                  <span className="block font-medium">{person.name}</span>
                  <span className="block text-sm text-ink-2">{inWords(person)}</span>
                </span>
                <ActionButton action={signInToSampleAction} fields={{ userId: person.id }} size="sm">{`Be ${person.name.split(" ")[0]}`}</ActionButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function inWords({ memberships, isAdmin }: SamplePerson): string {
  const held = (Object.keys(ROLES) as Role[]).map((role) => ({ role, teams: memberships.filter((one) => one.role === role).map(({ team }) => team.name) }));
  const words = held.filter(({ teams }) => teams.length > 0).map(({ role, teams }) => `${ROLES[role].label} in ${listText(teams)}`);
  return [...words, ...(isAdmin ? ["admin"] : [])].join(", ");
}
