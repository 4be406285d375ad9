import { ButtonLink } from "@/components/ui/button";
import { Completeness } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { StepList } from "@/components/ui/step-list";
import { TextLink } from "@/components/ui/text-link";
import type { Brief } from "@/lib/handovers/queries/brief";
import { fieldHref } from "./anchor";
import { finishOf, peopleHref, peopleStatus, previewHref, SECTION_LOOK, sectionHref } from "./parts";

/** The brief as a list of things to do, in any order; what is missing is a list of links. */
export function TaskList({ brief }: { brief: Brief }) {
  const { head: { id }, sections, readiness, pm } = brief;
  const finish = finishOf(brief);
  const next = sections.find(({ status }) => status !== "ready");
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="space-y-8">
        <StepList
          label="Sections of the brief"
          steps={[
            ...sections.map((section) => ({
              href: sectionHref(id, section.id), title: section.label,
              hint: section.required.total > 0 ? `${section.required.done} of ${section.required.total} required` : "Nothing required",
              status: SECTION_LOOK[section.status],
            })),
            ...(finish.isAmendment ? [] : [{ href: peopleHref(id), title: "Teams, PM and leads", hint: pm ? `PM: ${pm.name}` : "Who takes over", status: SECTION_LOOK[peopleStatus(brief)] }]),
          ]}
        />
        <div className="flex flex-wrap gap-2">
          {next && <ButtonLink variant="primary" href={sectionHref(id, next.id)} iconAfter="arrow-right">Continue: {next.label}</ButtonLink>}
          <ButtonLink variant={next ? "secondary" : "primary"} href={finish.href}>{finish.label}</ButtonLink>
          {!finish.isAmendment && <ButtonLink variant="ghost" icon="eye" href={previewHref(id)}>As the PM sees it</ButtonLink>}
        </div>
      </div>
      <aside className="space-y-6">
        <Completeness required={readiness.required} quality={readiness.qualityPercent} />
        {readiness.blockers.length > 0 && (
          <Section title="Still missing">
            <ul className="space-y-1.5 text-sm">
              {readiness.blockers.slice(0, 8).map(({ field, rowId, section, sentence }) => (
                <li key={`${field}:${rowId}:${sentence}`}><TextLink href={fieldHref(id, section, field, rowId)}>{sentence}</TextLink></li>
              ))}
              {readiness.blockers.length > 8 && <li className="text-ink-2"><TextLink href={finish.href}>and {readiness.blockers.length - 8} more</TextLink></li>}
            </ul>
          </Section>
        )}
      </aside>
    </div>
  );
}
