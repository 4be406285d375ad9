import { Tabs } from "@/components/ui/tabs";
import { PIPELINE_PATH } from "./words";

export const EARLY_PATH = "/reports/before-contract";

/** The reports, one page each. */
export const ReportTabs = ({ current }: { current: "pipeline" | "before-contract" }) => (
  <Tabs
    label="Reports"
    tabs={[{ href: PIPELINE_PATH, label: "Pipeline", current: current === "pipeline" }, { href: EARLY_PATH, label: "Before the contract", current: current === "before-contract" }]}
  />
);
