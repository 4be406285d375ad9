import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { ROLES } from "@/lib/auth/roles";
import type { Role, TeamKind } from "@/lib/platform/generated/enums";

type Member = { role: Role; user: { id: string; name: string; email: string; active: boolean } };

/** The people of a team, by the roles that a team of its kind has. */
export function TeamMembers({ kind, members }: { kind: TeamKind; members: Member[] }) {
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => (ROLES[role].kinds as readonly TeamKind[]).includes(kind));
  return (
    <dl className="max-w-form divide-y divide-line border-y border-line">
      {roles.map((role) => {
        const holders = members.filter((member) => member.role === role);
        return (
          <div key={role} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[9rem_1fr]">
            <dt className="text-ink-2 first-letter:uppercase">{ROLES[role].label}</dt>
            <dd>
              {holders.length === 0 && <span className="text-ink-2">Nobody</span>}
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {holders.map(({ user }) => (
                  <li key={user.id} className="flex items-center gap-1.5">
                    <TextLink href={`/admin/people/${user.id}#roles`}>{user.name}</TextLink>
                    {!user.active && <Badge>deactivated</Badge>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
