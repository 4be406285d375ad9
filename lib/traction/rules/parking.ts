import { isOpen } from "@/lib/deals/lifecycle";
import type { Calendar } from "@/lib/platform/business-time";
import type { DealStage } from "@/lib/platform/generated/enums";
import { type Day, dayIn } from "@/lib/platform/time";
import { silentDays } from "./silence";

export type ParkingFacts = {
  stage: DealStage;
  /** The newest day of evidence that was not withdrawn; null without any. */
  heardOn: Day | null;
  /** When the deal began, and when somebody revived it last. */
  createdAt: Date;
  revivedAt: Date | null;
  /** Of the contact owner. */
  calendar: Calendar;
};

/** P5.6: since when nobody heard of the client, how long that is, and whether the deal is parked for it. */
export function parking({ stage, heardOn, createdAt, revivedAt, calendar }: ParkingFacts, parkAfter: number, now: Date) {
  const begun = dayIn(calendar.zone, revivedAt ?? createdAt);
  const since = heardOn !== null && heardOn > begun ? heardOn : begun;
  const businessDays = silentDays(calendar, since, now);
  return { since, businessDays, left: Math.max(0, parkAfter - businessDays), isDue: isOpen(stage) && businessDays >= parkAfter };
}

/** P5.6: evidence of a parked deal revives it, unless it is so old that the deal would be parked again. */
export const revives = (happenedOn: Day, calendar: Calendar, parkAfter: number, now: Date): boolean => silentDays(calendar, happenedOn, now) < parkAfter;
