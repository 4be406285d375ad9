import { ContractList } from "@/components/handovers/promises/contract-list";
import { blockOf, ChangedMark, CommentButton, type Talk } from "@/components/handovers/reading/block";
import { FoldedSection, ReadingSection } from "@/components/handovers/reading/section";
import { Threads } from "@/components/handovers/reading/threads";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { listOf } from "@/lib/handovers/rules/comments";
import type { PromiseRow } from "@/lib/handovers/rules/promises";
import type { ReadSection } from "@/lib/handovers/rules/reading";

type BriefReadingProps = {
  sections: readonly ReadSection[];
  topThree: string;
  promises: readonly (PromiseRow & { owner: string })[];
  /** Comments and changes, for who reviews it or is asked about it. */
  talk?: Talk;
  /** The sections that are read on demand, since another key covers them. */
  folded?: readonly string[];
};

const isShownElsewhere = (id: string) => id === "delivery.topThree" || id === "promises";

/** A brief in reading form: the top three things first, then section by section; promises stand against the contract. */
export function BriefReading({ sections, topThree, promises, talk, folded = [] }: BriefReadingProps) {
  return (
    <>
      <TopThree text={topThree} talk={talk} />
      {sections.map((section) => (
        <div key={section.id} data-section={section.id} className="space-y-5">
          {folded.includes(section.id)
            ? <FoldedSection section={section} why="for the PM to decide" talk={talk} skip={isShownElsewhere} />
            : <ReadingSection section={section} talk={talk} skip={isShownElsewhere} />}
          {section.id === "promises" && (promises.length > 0 || talk?.threads.some((one) => listOf(one.field) === "promises")) && (
            <>
              <h3 className="text-sm font-medium text-ink-2">Promises against the contract</h3>
              <ContractList promises={promises} talk={talk} />
            </>
          )}
        </div>
      ))}
      {talk && <NoLongerAsked {...talk} threads={talk.threads.filter((one) => !sections.some((section) => holds(section, one.field)))} />}
    </>
  );
}

const holds = ({ fields, groups, empty }: ReadSection, field: string): boolean =>
  fields.some(({ id }) => id === field) || empty.some(({ id }) => id === field) || groups.some(({ id }) => id === listOf(field));

/** A brief that was moved to another template keeps what was said about fields that it no longer has. */
function NoLongerAsked(talk: Talk) {
  if (talk.threads.length === 0) return null;
  return (
    <Section title="Comments on what is no longer asked" id="section-no-longer-asked">
      <ul className="space-y-4">{talk.threads.map((one) => <li key={one.id}><p className="font-medium">{one.label}</p><Threads {...talk} threads={[one]} /></li>)}</ul>
    </Section>
  );
}

const TOP_THREE = "The top three things to know";

/** What the PM should know if they read nothing else (P1.5, P4.6): one on each line. */
function TopThree({ text, talk }: { text: string; talk?: Talk }) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const field = "delivery.topThree";
  return (
    <section {...blockOf(field, { label: TOP_THREE, talk, isWording: lines.length > 0 })} data-section="topThree" data-text={talk ? text : undefined} aria-labelledby="top-three" className="rounded-lg border border-accent-line bg-accent-soft px-4 py-4 sm:px-5">
      <div className="flex items-center justify-between gap-2">
        <h2 id="top-three" className="flex items-start gap-2 text-md font-semibold">
          <Icon name="flag" className="mt-[0.3125rem] text-accent-ink" />
          <span>{TOP_THREE}{talk?.changedAt?.has(field) && <ChangedMark />}</span>
        </h2>
        {talk?.mayComment?.has(field) && <CommentButton label={TOP_THREE} />}
      </div>
      {lines.length === 0
        ? <p className="mt-1 text-ink-2">Nothing was written here.</p>
        : <ol className="mt-2 list-decimal space-y-1 ps-5 text-md">{lines.map((line, at) => <li key={`${at} ${line}`}>{line}</li>)}</ol>}
      {talk && <Threads {...talk} threads={talk.threads.filter((one) => one.field === field)} />}
    </section>
  );
}
