import type { IconName } from "@/components/ui/icon-names";
import type { Tone } from "@/components/ui/tone";

type Progress = { people: number; invited: number; salespeople: number; holidays: number; withoutPm: string[]; withoutLead: string[] };
type Step = { title: string; href: string; hint: string; status: { tone: Tone; icon: IconName; label: string } };

const DONE = { tone: "success", icon: "circle-check", label: "Done" } as const;
const OPEN = { tone: "neutral", icon: "circle", label: "To do" } as const;
const ADVISED = { tone: "info", icon: "circle-dashed", label: "Worth a look" } as const;

/** What is done and what is missing, from the organisation to the first people who can accept (P1.6). */
export function setUpSteps({ people, invited, salespeople, holidays, withoutPm, withoutLead }: Progress): Step[] {
  const alone = people <= 1;
  return [
    { title: "Organisation", href: "/admin/organisation", hint: "Name, time zone and currency.", status: DONE },
    {
      title: "People", href: "/admin/people", status: alone ? OPEN : DONE,
      hint: alone ? "You are alone. Invite sales, PMs and team leads." : `${people} people${invited > 0 ? `, ${invited} of them not joined yet` : ""}.`,
    },
    {
      title: "Sales", href: "/admin/people?role=SALES", status: salespeople > 0 ? DONE : OPEN,
      hint: salespeople > 0 ? "Somebody can write a brief." : "Nobody has the role sales, so nobody can write a brief.",
    },
    {
      title: "PMs and team leads", href: "/admin/teams", status: withoutPm.length + withoutLead.length > 0 ? OPEN : DONE,
      hint: [
        withoutPm.length > 0 ? `Without a PM: ${withoutPm.join(", ")}.` : "Every delivery team has a PM.",
        withoutLead.length > 0 ? `Without a team lead: ${withoutLead.join(", ")}.` : "Every delivery team has a lead.",
        withoutPm.length + withoutLead.length > 0 ? "A team you do not have can be made inactive." : "",
      ].join(" ").trim(),
    },
    {
      title: "Holidays", href: "/admin/holidays", status: holidays > 0 ? DONE : ADVISED,
      hint: holidays > 0 ? `${holidays} to come. Clocks and slots leave them out.` : "None to come. Clocks and slots count every working day.",
    },
  ];
}
