import { Checkbox } from "@/components/form/choice";
import { ROLES } from "@/lib/auth/roles";
import type { Role, TeamKind } from "@/lib/platform/generated/enums";

type RolesFieldsProps = {
  teams: readonly { id: string; name: string; kind: TeamKind }[];
  held?: readonly { teamId: string; role: Role }[];
  isAdmin?: boolean;
};

/** Which roles in which team: one row a team, with the roles that its kind has. Several at once are fine. */
export function RolesFields({ teams, held = [], isAdmin = false }: RolesFieldsProps) {
  const kinds: { kind: TeamKind; title: string }[] = [{ kind: "SALES", title: "Sales teams" }, { kind: "DELIVERY", title: "Delivery teams" }];
  return (
    <div className="space-y-5">
      {kinds.map(({ kind, title }) => (
        <fieldset key={kind}>
          <legend className="font-medium">{title}</legend>
          <div className="mt-1 divide-y divide-line border-y border-line">
            {teams.filter((team) => team.kind === kind).map((team) => (
              <div key={team.id} role="group" aria-label={team.name} className="grid gap-x-4 px-1 py-1 sm:grid-cols-[9rem_1fr]">
                <span className="py-1.5">{team.name}</span>
                <div className="flex flex-wrap gap-x-5">
                  {rolesOf(kind).map((role) => (
                    <Checkbox
                      key={role} name="roles" value={`${team.id}:${role}`} label={ROLES[role].label}
                      defaultChecked={held.some((h) => h.teamId === team.id && h.role === role)}
                    />
                  ))}
                </div>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend className="font-medium">The organisation</legend>
        <Checkbox name="isAdmin" label="admin" hint="Configures people, teams and definitions. Sees no brief without another role." defaultChecked={isAdmin} />
      </fieldset>
    </div>
  );
}

const rolesOf = (kind: TeamKind): Role[] =>
  (Object.keys(ROLES) as Role[]).filter((role) => (ROLES[role].kinds as readonly TeamKind[]).includes(kind));
