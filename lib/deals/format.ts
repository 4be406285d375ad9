import type { ContractType, DealStage } from "@/lib/platform/generated/enums";
import { dateFormat, numberFormat } from "@/lib/platform/intl";
import { DAY } from "@/lib/platform/time";

/** The currencies offered where one is chosen; any ISO 4217 code can be kept. */
export const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "JPY", "CAD", "AUD"] as const;

/** Each stage, in the words of the screens, with an icon and a tone: never a colour alone. */
export const STAGES = {
  PROSPECT: { label: "Prospect", icon: "circle-dashed", tone: "neutral" },
  QUALIFIED: { label: "Qualified", icon: "circle", tone: "info" },
  PROPOSAL: { label: "Proposal", icon: "circle-dot", tone: "info" },
  WON: { label: "Won", icon: "circle-check", tone: "success" },
  LOST: { label: "Lost", icon: "ban", tone: "neutral" },
  PARKED: { label: "Parked", icon: "archive", tone: "warning" },
} as const satisfies Record<DealStage, { label: string; icon: string; tone: string }>;

export const CONTRACT_TYPES = {
  FIXED: "Fixed price",
  TIME_AND_MATERIALS: "Time and materials",
  RETAINER: "Retainer",
  BLOCK: "Block of hours",
} as const satisfies Record<ContractType, string>;

export const dealNumber = (number: number): string => `D-${number}`;
export const handoverNumber = (number: number): string => `HO-${number}`;

/** "2026-11-22" of a calendar day as the database keeps it (midnight UTC). */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** "22 Nov 2026" of the same day as text: "2026-11-22". */
export const dayText = (day: string): string =>
  dateFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** How long something has been so, in days of the calendar: "today", "1 day", "12 days". */
export function ageText(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / DAY);
  return days < 1 ? "today" : days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
}

/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The largest amount that a number holds exactly, and the database's column with it. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * What people type as an amount, as integer minor units of the currency; null if it is no amount, below zero, or finer
 * than the currency. Reads "1250", "1,250.50", "1.250,50", "1 250,5" and "1'250.50": the last of point and comma is the
 * decimal one, unless exactly three digits follow the only one, which is a thousand's in every way of writing.
 */
export function parseMoney(typed: string, currency: string): number | null {
  const plain = typed.trim().replace(/[\s'’_\u00a0\u202f]/g, "");
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const digits = minorDigits(currency);
  const mark = decimalMark(plain, digits);
  const at = mark === null ? plain.length : plain.lastIndexOf(mark);
  const [whole, fraction] = [plain.slice(0, at), plain.slice(at + 1)];
  if (!isGrouped(whole) || !/^\d*$/.test(fraction) || fraction.length > digits) return null;
  const minor = Number(whole.replace(/[.,]/g, "") + fraction.padEnd(digits, "0"));
  return minor <= MOST ? minor : null;
}

/** Which of the two marks the decimals begin with; null where there are none. */
function decimalMark(plain: string, digits: number): "." | "," | null {
  const [points, commas] = [plain.split(".").length - 1, plain.split(",").length - 1];
  if (points === 0 && commas === 0) return null;
  if (points > 0 && commas > 0) return plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
  const mark = points > 0 ? "." : ",";
  if (points + commas > 1) return null; // "1.250.000": thousands only
  const after = plain.length - plain.indexOf(mark) - 1;
  return after === 3 && (digits !== 3 || mark === ",") && plain.indexOf(mark) <= 3 && !plain.startsWith("0") ? null : mark;
}

/** Digits alone, or in groups of three by one kind of mark. */
const isGrouped = (whole: string): boolean => /^\d+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole);

/** Minor units as the amount that `parseMoney` reads back: 125050 EUR is "1250.50". */
export function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const padded = String(minor).padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
