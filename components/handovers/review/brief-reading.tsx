import { ContractList } from "@/components/handovers/promises/contract-list";
import { ReadingSection, ReturnThis } from "@/components/handovers/reading/section";
import { Icon } from "@/components/ui/icon";
import type { ShownPoint } from "@/lib/handovers/queries/review";
import type { PromiseRow } from "@/lib/handovers/rules/promises";
import type { ReadSection } from "@/lib/handovers/rules/reading";

type BriefReadingProps = {
  sections: readonly ReadSection[];
  topThree: string;
  promises: readonly (PromiseRow & { owner: string })[];
  points?: readonly ShownPoint[];
  returnable?: boolean;
};

/** A brief in reading form: the top three things first, then section by section; promises stand against the contract. */
export function BriefReading({ sections, topThree, promises, points, returnable }: BriefReadingProps) {
  return (
    <>
      <TopThree text={topThree} returnable={returnable} />
      {sections.map((section) => (
        <div key={section.id} className="space-y-5">
          <ReadingSection section={section} points={points} returnable={returnable} skip={(id) => id === "delivery.topThree" || id === "promises"} />
          {section.id === "promises" && promises.length > 0 && (
            <>
              <h3 className="text-sm font-medium text-ink-2">Promises against the contract</h3>
              <ContractList promises={promises} points={points} returnable={returnable} />
            </>
          )}
        </div>
      ))}
    </>
  );
}

/** What the PM should know if they read nothing else (P1.5, P4.6): one on each line. */
function TopThree({ text, returnable }: { text: string; returnable?: boolean }) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  return (
    <section id="field-delivery.topThree" aria-labelledby="top-three" className="group/answer rounded-lg border border-accent-line bg-accent-soft px-5 py-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="top-three" className="flex items-center gap-2 text-md font-semibold">
          <Icon name="flag" className="text-accent-ink" />
          The top three things to know
        </h2>
        {returnable && <ReturnThis field="delivery.topThree" label="The top three things to know" />}
      </div>
      {lines.length === 0
        ? <p className="mt-1 text-ink-2">Nothing was written here.</p>
        : <ol className="mt-2 list-decimal space-y-1 ps-5 text-md">{lines.map((line, at) => <li key={`${at} ${line}`}>{line}</li>)}</ol>}
    </section>
  );
}
