import { TextLink } from "@/components/ui/text-link";
import { heldAs, type Held } from "@/lib/people/policy";

/** What somebody holds, each with the place where it can be given to somebody else (P1.6). */
export function HeldList({ held }: { held: readonly Held[] }) {
  return (
    <ul aria-label="Held now" className="divide-y divide-line border-y border-line">
      {held.map(({ as, label, name, href, teamId }) => (
        <li key={`${as}-${href}-${teamId ?? ""}`} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <span className="first-letter:uppercase">{heldAs(as)} <strong className="font-medium">{label}</strong>{name && <span className="text-ink-2"> {name}</span>}</span>
          <TextLink href={href}>Give to somebody else</TextLink>
        </li>
      ))}
    </ul>
  );
}
