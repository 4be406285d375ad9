import { Tabs } from "@/components/ui/tabs";
import type { HandoverHead } from "@/lib/handovers/queries/handover";
import { HANDOVER_TABS, type HandoverTab } from "@/lib/handovers/format";

/** The views of one handover, each with its own address. */
export function HandoverTabs({ head, current }: { head: HandoverHead; current: HandoverTab | "versions" }) {
  const tabs = [
    ...Object.entries(HANDOVER_TABS).map(([tab, label]) => ({
      href: tab === "overview" ? `/handovers/${head.id}` : `/handovers/${head.id}?tab=${tab}`, label, current: tab === current,
    })),
    { href: `/handovers/${head.id}/versions`, label: "Versions", count: head.briefVersion, current: current === "versions" },
  ];
  return <Tabs label="Views of the handover" tabs={tabs} />;
}
