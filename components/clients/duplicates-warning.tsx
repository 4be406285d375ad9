import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";

type Duplicate = { id: string; name: string; reasons: string[] };

/** The clients that a new one looks like, each a link that opens beside the form, so that nothing typed is lost. */
export function DuplicatesWarning({ duplicates }: { duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null;
  return (
    <Banner tone="warning" title="Is this client there already?" live="alert">
      <ul className="list-disc ps-5">
        {duplicates.map(({ id, name, reasons }) => (
          <li key={id}>
            Looks like <TextLink href={`/clients/${id}`} external>{name}</TextLink>: {reasons.join(", ")}.
          </li>
        ))}
      </ul>
      <p className="mt-1">Use that one if it is the same; if it is another, create it anyway.</p>
    </Banner>
  );
}
