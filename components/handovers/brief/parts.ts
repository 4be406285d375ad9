import type { IconName } from "@/components/ui/icon-names";
import type { Tone } from "@/components/ui/tone";
import type { Brief, SectionStatus } from "@/lib/handovers/queries/brief";
import { handoverNumber } from "@/lib/handovers/format";
import { isAfterAcceptance } from "@/lib/handovers/lifecycle";

/** How a section stands, in few words. */
export const SECTION_LOOK = {
  notStarted: { tone: "neutral", icon: "circle-dashed", label: "Not started" },
  inProgress: { tone: "info", icon: "circle-dot", label: "In progress" },
  ready: { tone: "success", icon: "circle-check", label: "Ready" },
} as const satisfies Record<SectionStatus, { tone: Tone; icon: IconName; label: string }>;

export const briefHref = (id: string): string => `/handovers/${id}/brief`;
export const sectionHref = (id: string, section: string): string => `/handovers/${id}/brief/${section}`;
export const peopleHref = (id: string): string => `/handovers/${id}/brief/people`;
export const checkHref = (id: string): string => `/handovers/${id}/check`;
export const amendHref = (id: string): string => `/handovers/${id}/amend`;

/** Where a brief goes once it is filled in: to the keys, or after acceptance into an amendment (B4). */
export const finishOf = ({ head: { id, status } }: Pick<Brief, "head">): { href: string; label: string; isAmendment: boolean } =>
  isAfterAcceptance(status) ? { href: amendHref(id), label: "Check and amend", isAmendment: true } : { href: checkHref(id), label: "Check and submit", isAmendment: false };
export const previewHref = (id: string): string => `/handovers/${id}/preview`;
export const fixHref = (id: string): string => `/handovers/${id}/fix`;

/** Are PM, teams and the leads that are needed named? (P1.6) */
export function peopleStatus({ pm, teams, leads }: Pick<Brief, "pm" | "teams" | "leads">): SectionStatus {
  const missing = leads.filter(({ team, needed }) => needed && !teams.find(({ id }) => id === team.id)?.lead);
  if (pm && teams.length > 0 && missing.length === 0) return "ready";
  return pm || teams.some(({ lead }) => lead) ? "inProgress" : "notStarted";
}

/** The sections beside the form, with how each stands. */
export function partsOf(brief: Pick<Brief, "head" | "sections" | "pm" | "teams" | "leads">, current: string) {
  const { head: { id }, sections } = brief;
  const finish = finishOf(brief);
  const part = (key: string, label: string, href: string, status: SectionStatus) => ({
    href, label, current: key === current, icon: SECTION_LOOK[status].icon as IconName, iconLabel: SECTION_LOOK[status].label,
  });
  return [
    ...sections.map((section) => part(section.id, section.label, sectionHref(id, section.id), section.status)),
    ...(finish.isAmendment ? [] : [part("people", "Teams, PM and leads", peopleHref(id), peopleStatus(brief))]),
    { href: finish.href, label: finish.label, current: current === "check" },
  ];
}

/** Where a page of a brief lies. */
export const crumbsOf = ({ head }: Pick<Brief, "head">, isBelow = true) => [
  { href: "/handovers", label: "Handovers" },
  { href: `/handovers/${head.id}`, label: handoverNumber(head.number) },
  ...(isBelow ? [{ href: briefHref(head.id), label: "Brief" }] : []),
];

/** The section after this one; after the last the people, or what an amendment ends with. */
export function nextOf(brief: Pick<Brief, "head" | "sections">, current: string): { href: string; label: string } {
  const { head: { id }, sections } = brief;
  const next = sections[sections.findIndex((section) => section.id === current) + 1];
  if (next) return { href: sectionHref(id, next.id), label: next.label };
  const finish = finishOf(brief);
  return finish.isAmendment ? finish : { href: peopleHref(id), label: "Teams, PM and leads" };
}
