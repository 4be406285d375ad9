import { TextLink } from "@/components/ui/text-link";
import { heldAs, type Held } from "@/lib/people/policy";

/** What somebody holds; each with the place where it is given to somebody else, or who can do that (P1.6). */
export function HeldList({ held, viewerId }: { held: readonly Held[]; viewerId: string | null }) {
  return (
    <ul aria-label="Held now" className="divide-y divide-line border-y border-line">
      {held.map(({ as, label, name, href, teamId, by }) => (
        <li key={`${as}-${href}-${teamId ?? ""}`} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <span className="first-letter:uppercase">{heldAs(as)} <strong className="font-medium">{label}</strong>{name && <span className="text-ink-2"> {name}</span>}</span>
          {by === null || by.some(({ id }) => id === viewerId)
            ? <TextLink href={href}>Give to somebody else</TextLink>
            : <span className="text-sm text-ink-2">{whoCan(by.map((person) => person.name))}</span>}
        </li>
      ))}
    </ul>
  );
}

const whoCan = (names: string[]): string =>
  names.length === 0 ? "Its team has no manager yet: give somebody that role first" : `${names.join(" or ")} can give it to somebody else`;
