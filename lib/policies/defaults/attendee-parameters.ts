import type { AttendeeParameters } from "../schema";

/** Version 1 of the first call's figures (P2.7). */
export const ATTENDEE_PARAMETERS: AttendeeParameters = {
  minutes: 45,
  bufferMinutes: 15,
  noticeHours: 24,
  searchBusinessDays: 5,
  proposals: 3,
  ourPeopleAtMost: 5,
};
