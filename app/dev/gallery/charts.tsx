import { BarList } from "@/components/charts/bar-list";
import { Columns } from "@/components/charts/columns";
import { Line } from "@/components/charts/line";
import { Sparkline } from "@/components/charts/sparkline";
import { StackedBar } from "@/components/charts/stacked-bar";
import { Stat, Stats } from "@/components/charts/stat";

const WEEKS = Array.from({ length: 12 }, (_, index) => ({
  key: `w${index}`,
  label: `W${36 + index}`,
  href: `#week-${36 + index}`,
  values: { first: [4, 6, 3, 5, 7, 6, 8, 5, 9, 7, 8, 10][index] ?? 0, again: [2, 1, 3, 1, 2, 0, 1, 2, 1, 1, 0, 1][index] ?? 0 },
}));
const SERIES = [{ key: "first", label: "Accepted at first" }, { key: "again", label: "Returned once or more" }];

export function Charts() {
  return (
    <>
      <Stats>
        <Stat label="Accepted at first" value="78 %" detail="Last quarter 71 %" href="#charts" aside={<Sparkline values={[60, 64, 58, 66, 70, 71, 69, 74, 78]} label="Accepted at first: from 60 to 78 % in nine weeks" />} />
        <Stat label="Median decision" value="9 h" detail="Target 16 h" href="#charts-2" />
        <Stat label="Won without handover" value="2" detail="Oldest 3 days" />
      </Stats>
      <Columns title="Handovers decided" description="By the week of the first decision." rowHeader="Week" points={WEEKS} series={SERIES} />
      <Line title="Hours to a decision" description="Median of each week, in business hours." rowHeader="Week" points={WEEKS} series={SERIES} format={(value) => `${value} h`} />
      <BarList title="Return reasons" labelHeader="Reason" valueHeader="Returns" bars={[{ key: "scope", label: "Scope unclear", value: 14, href: "#charts-3" }, { key: "date", label: "Date without reason", value: 9, href: "#charts-4" }, { key: "promise", label: "Promise without clause", value: 4, href: "#charts-5" }, { key: "contact", label: "No day-to-day contact", value: 1 }]} />
      <StackedBar title="Handovers now, by state" parts={[{ key: "draft", label: "Draft", value: 6, href: "#charts-6" }, { key: "submitted", label: "Submitted", value: 4, href: "#charts-7" }, { key: "returned", label: "Returned", value: 2 }, { key: "accepted", label: "Accepted", value: 5 }, { key: "delivery", label: "In delivery", value: 11 }]} />
    </>
  );
}
