import { Person } from "@/components/ui/avatar";
import type { RoleCard as Card } from "@/lib/handovers/rules/accountable";

/** Who is accountable, who supports and who is in CC, in words (P8.1, B2). */
export function RoleCard({ card }: { card: Card }) {
  return (
    <section aria-labelledby="role-card" className="space-y-3">
      <h2 id="role-card" className="text-sm font-medium text-ink-2">Who is accountable</h2>
      <div>
        <Person name={card.accountable.person.name} detail={card.accountable.as} size="lg" />
        <p className="mt-1">{card.accountable.sentence}</p>
      </div>
      <People title="Supports" people={card.supports} />
      <People title="In CC" people={card.inCc} />
    </section>
  );
}

function People({ title, people }: { title: string; people: Card["supports"] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <ul className="mt-1 space-y-2">
        {people.map(({ person, as, sentence }) => (
          <li key={`${person.id} ${as}`}>
            <Person name={person.name} detail={as} size="sm" />
            <p className="ps-7 text-sm text-ink-2">{sentence}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
