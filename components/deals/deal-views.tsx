import { Tabs } from "@/components/ui/tabs";
import { dealsHref } from "./deal-filters";

type DealViewsProps = { current: "list" | "board"; filter: Parameters<typeof dealsHref>[0] };

/** The two ways to look at deals; the filters go along. */
export const DealViews = ({ current, filter }: DealViewsProps) => (
  <Tabs label="How deals are shown" tabs={[
    { href: dealsHref(filter), label: "List", current: current === "list" },
    { href: dealsHref(filter, undefined, "/deals/board"), label: "Board", current: current === "board" },
  ]} />
);
