import { clockText, dateText } from "@/components/ui/time-text";
import { amountText } from "@/lib/deals/format";
import { isLink, isMoney, isUpload, type Json } from "@/lib/handovers/rules/answers";
import type { Current } from "./change";

/** Who wrote what stands, and when: "Sue Lund changed this at 14:03, while you were typing". Of oneself it says where. */
export function whoDid({ by, at, isYours }: Current, did: string, meanwhile: string, zone: string): string {
  const moment = at ? new Date(at) : null;
  const day = moment && dateText(moment, zone) !== dateText(new Date(), zone) ? ` on ${dateText(moment, zone, new Date())}` : "";
  const when = moment ? `${day} at ${clockText(moment, zone)}` : " meanwhile";
  return isYours ? `You ${did} yourself${when}, in another tab or on another device` : `${by ?? "Somebody"} ${did}${when}, ${meanwhile}`;
}

/** What the two versions and the choice between them are called: nobody is "they" to themselves. */
export const sidesOf = ({ isYours }: Pick<Current, "isYours">) =>
  isYours
    ? { theirs: "In the other tab or device", mine: "Here", keep: "Keep what is here", take: "Take the other one" }
    : { theirs: "Theirs", mine: "Yours", keep: "Keep mine", take: "Take theirs" };

/** An answer in the words that its own controls use. */
export function inWords(answer: HTMLElement | null, state: string, value: Json): string {
  if (state === "UNKNOWN") return "Not known yet";
  if (state === "NOT_APPLICABLE") return "Not applicable";
  if (value === null) return "Nothing";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (isMoney(value)) return `${amountText(value.minor, value.currency)} ${value.currency}`;
  if (isLink(value)) return `${value.name} (${value.url})`;
  if (isUpload(value)) return `${value.name}, version ${value.version}`;
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.map((one) => labelOf(answer, String(one))).join(", ");
  return labelOf(answer, String(value));
}

function labelOf(answer: HTMLElement | null, value: string): string {
  const controls = answer?.querySelectorAll<HTMLInputElement | HTMLOptionElement>("option, input[data-part=value]:is([type=radio], [type=checkbox])") ?? [];
  const control = [...controls].find((one) => one.value === value);
  return (control instanceof HTMLOptionElement ? control.label : control?.closest("label")?.textContent?.trim()) || value;
}
