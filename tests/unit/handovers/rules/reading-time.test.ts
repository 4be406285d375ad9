import { expect, it } from "vitest";
import { countWords, isRead, readingEstimate, secondsFor, secondsToCount, wordsIn } from "@/lib/handovers/rules/reading-time";

const cell = (text: string) => ({ text });

it("P4.6 counts the words of answers, titles and cells", () =>
  expect(wordsIn({ fields: [cell("Twelve enquiries a month."), cell("")], groups: [{ rows: [{ title: "A promise", cells: [cell("said by phone")] }] }] })).toBe(9));

it("P4.6 says how long it takes, and when that is more than ten minutes", () => {
  expect(readingEstimate(10).text).toBe("About 1 minute to read");
  expect(readingEstimate(1_200)).toEqual({ minutes: 6, isLong: false, text: "About 6 minutes to read" });
  expect(readingEstimate(2_000)).toEqual({ minutes: 10, isLong: false, text: "About 10 minutes to read" });
  expect(readingEstimate(2_400)).toEqual({ minutes: 12, isLong: true, text: "About 12 minutes to read; 10 are meant to do" });
});

it("P4.6 a section counts as read from a fifth of its time on, and an empty one is", () => {
  expect([secondsToCount(200), secondsToCount(5), secondsToCount(0)]).toEqual([12, 2, 0]);
  expect([isRead(200, 11), isRead(200, 12), isRead(0, 0)]).toEqual([false, true, true]);
});

it("P4.6 counts words in any language, and numbers", () =>
  expect([countWords("Ça va à Évry"), countWords("40 products, 3 languages"), countWords(""), countWords(" – ")]).toEqual([4, 4, 0, 0]));

it("P4.6 takes 200 words for a minute, to the nearest second and minute", () => {
  expect([4, 5, 2_000].map(secondsFor)).toEqual([1, 2, 600]);
  expect([290, 300, 2_099, 2_100].map((words) => readingEstimate(words).minutes)).toEqual([1, 2, 10, 11]);
  expect([2_099, 2_100].map((words) => readingEstimate(words).isLong)).toEqual([false, true]);
  expect([37, 45].map(secondsToCount)).toEqual([2, 3]);
});
