import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "../support/db";
import { type Story, Teller, WORKFLOW, workflowHead, workflowPage } from "../support/story";
import { AMENDMENT } from "./amendment";
import { AT_RISK } from "./at-risk";
import { COMPLEX_JOB } from "./complex-job";
import { EARLY_TRIAL } from "./early-trial";
import { NOT_YET } from "./not-yet";
import { PROMISES } from "./promises";
import { REPAIR_OR_REBUILD } from "./repair-or-rebuild";
import { SELF_ACCEPTANCE } from "./self-acceptance";
import { SICK_LEAVE } from "./sick-leave";
import { SIMPLE_JOB } from "./simple-job";
import { TIRE_KICKER } from "./tire-kicker";
import { WITHDRAWN } from "./withdrawn";

const STORIES: readonly Story[] = [SIMPLE_JOB, COMPLEX_JOB, AT_RISK, SICK_LEAVE, WITHDRAWN, SELF_ACCEPTANCE, PROMISES, AMENDMENT, EARLY_TRIAL, NOT_YET, TIRE_KICKER, REPAIR_OR_REBUILD];
const isUpdate = process.env.UPDATE_STORIES === "1";
const sections = new Map<Story, string>();

test.for(STORIES.map((story, index) => ({ story, place: index + 1, shown: story.rules.join(", "), title: story.title })))("$shown $title, as docs/workflow.md tells it", async ({ story, place }, { db }) => {
  const teller = new Teller(db);
  await story.tell(teller);
  const section = teller.section(story, place);
  sections.set(story, section);
  if (!isUpdate) expect(sectionOf(workflowPage(), story.title)).toBe(section);
});

test("docs/workflow.md holds the moves of the lifecycle and every story, and nothing else", () => {
  const told = STORIES.map((story) => sections.get(story) ?? sectionOf(workflowPage(), story.title)); // one may run alone
  const page = [workflowHead(), ...told].join("\n");
  if (isUpdate) {
    mkdirSync(dirname(WORKFLOW), { recursive: true });
    writeFileSync(WORKFLOW, page);
  }
  expect(workflowPage()).toBe(page);
});

test("every rule of a story is shown by one of its steps", () => {
  for (const story of STORIES) {
    const text = (sections.get(story) ?? sectionOf(workflowPage(), story.title)).split("\n").slice(4).join("\n");
    expect(story.rules.filter((rule) => !new RegExp(`\\(([^()]*, )?${rule.replace(".", "\\.")}[,)]`).test(text)), story.title).toEqual([]);
  }
});

/** From a story's heading to the next one's. */
function sectionOf(page: string, title: string): string {
  const section = page.split(/^(?=## )/m).find((part) => part.split("\n", 1)[0]?.replace(/^## \d+\. /, "") === title);
  return (section ?? "").replace(/\n+$/, "\n");
}
