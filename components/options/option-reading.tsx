import { DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { OPTION_TEXT_NAMES, OPTION_TEXTS, type OptionTextName } from "@/lib/options/fields";
import { weeksText } from "@/lib/options/format";
import { linesOf } from "@/lib/options/rules/presented";

type Read = Partial<Record<OptionTextName, string>> & { weeksLow?: number | null; weeksHigh?: number | null; priceMinor?: number | null; currency?: string };

/** What an option says, for who reads it only. What is not there is left out. */
export function OptionReading({ option }: { option: Read }) {
  const { weeksLow, weeksHigh, priceMinor, currency } = option;
  return (
    <DescriptionList
      look="stacked"
      items={[
        ...OPTION_TEXT_NAMES.filter((name) => (option[name] ?? "").trim() !== "").map((name) => ({ term: OPTION_TEXTS[name].label, detail: <Words text={option[name] ?? ""} list={OPTION_TEXTS[name].list} /> })),
        ...(weeksLow != null && weeksHigh != null ? [{ term: "Duration", detail: weeksText(weeksLow, weeksHigh) }] : []),
        ...(priceMinor != null && currency ? [{ term: "Price", detail: <Money minor={priceMinor} currency={currency} /> }] : []),
      ]}
    />
  );
}

function Words({ text, list }: { text: string; list: boolean }) {
  const lines = linesOf(text);
  return list && lines.length > 1
    ? <ul className="max-w-reading list-disc space-y-0.5 ps-5 [overflow-wrap:anywhere]">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    : <p className="max-w-reading whitespace-pre-line [overflow-wrap:anywhere]">{list ? lines[0] : text}</p>;
}
