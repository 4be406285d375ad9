import { BarList } from "@/components/charts/bar-list";
import { Section } from "@/components/ui/section";
import type { ReadingFigures } from "@/lib/handovers/queries/reading-time";
import { SECTIONS, type SectionId } from "@/lib/policies/fields";

const labelOf = (section: string) => (section in SECTIONS ? SECTIONS[section as SectionId].label : "Top three");
const minutesText = (seconds: number) => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`);

/** How long reviewers had each section in view (P4.6): in sum, and for managers alone. */
export function ReadingTimes({ reading: { version, readers, seconds, sections } }: { reading: ReadingFigures }) {
  return (
    <Section
      title="Reading time"
      description={`${readers === 1 ? "One reviewer" : `${readers} reviewers`} had version ${version} in view for ${minutesText(seconds)}. Measured while somebody is there; it blocks nothing.`}
    >
      <BarList
        title="By section" labelHeader="Section" valueHeader="Time in view" format={minutesText}
        bars={sections.map((one) => ({ key: one.section, label: labelOf(one.section), value: one.seconds }))}
      />
    </Section>
  );
}
