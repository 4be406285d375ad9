import type { Metadata } from "next";
import { ReadingLayout } from "@/components/layout/reading-layout";
import { Person } from "@/components/ui/avatar";
import { DescriptionList } from "@/components/ui/description-list";
import { Completeness } from "@/components/ui/meter";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";

export const metadata: Metadata = { title: "A long text" };

const PARTS = ["Client and people", "Commercial", "Purpose and success", "Scope", "Promises", "Dates", "Technical", "Risks and open items"];
const anchor = (part: string) => part.toLowerCase().replaceAll(" ", "-");

/** A brief as it is read and printed. */
export default function ReadingPage() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-wide px-4 py-8 outline-none sm:px-8">
      <PageHeader title="Lindholm Interiors" crumbs={[{ href: "/dev/gallery", label: "Gallery" }]} aside={<Status look="pill" tone="info" icon="circle-dot">Submitted</Status>} description="One shop for four countries, live before the spring fair." />
      <ReadingLayout
        label="Sections of the brief"
        parts={PARTS.map((part, index) => ({ href: `#${anchor(part)}`, label: part, current: index === 2, icon: index < 2 ? "check" : undefined, iconLabel: index < 2 ? "read" : undefined }))}
        aside={
          <>
            <Section title="Accountable" level={2}><Person name="Tomas Dvorak" detail="Contact owner, until acceptance" /></Section>
            <Completeness required={{ done: 15, total: 15 }} quality={82} />
          </>
        }
      >
        <div className="space-y-12">
          {PARTS.map((part) => (
            <Section key={part} id={anchor(part)} title={part}>
              <div className="text-md">
                <DescriptionList look="stacked" items={[{ term: "In the client's words", detail: "We want one shop instead of four, and nobody in the warehouse should notice. The four shops grew apart over eight years; prices, photos and stock differ, and every campaign is built four times." }, { term: "How we will know", detail: "One catalogue, one campaign calendar, and orders from all four countries in the same warehouse queue by the end of March." }]} />
              </div>
            </Section>
          ))}
        </div>
      </ReadingLayout>
    </main>
  );
}
