import type { ComplexityRubric } from "../schema";

/** Version 1 of the shared definition of complexity (P6.1). Points times weight; at most 57. */
export const COMPLEXITY_RUBRIC: ComplexityRubric = {
  questions: [
    {
      id: "integration", weight: 3, label: "Does it exchange data with other systems?",
      why: "Integrations are where estimates fail first.",
      options: [
        { value: "none", label: "No", points: 0, reason: "nothing is integrated" },
        { value: "standard", label: "Yes, with standard connectors only", points: 1, reason: "it uses standard connectors" },
        { value: "custom", label: "Yes, one of them is custom work", points: 2, reason: "an integration is custom work", atLeast: "STANDARD" },
        { value: "several", label: "Yes, several are custom work", points: 3, reason: "several integrations are custom work", atLeast: "COMPLEX" },
      ],
    },
    {
      id: "migration", weight: 3, label: "Is there data or content to migrate?",
      why: "Old data is larger and less tidy than anybody says.",
      options: [
        { value: "none", label: "No", points: 0, reason: "nothing is migrated" },
        { value: "small", label: "Yes, a little, and it is clean", points: 1, reason: "a little clean data is migrated" },
        { value: "large", label: "Yes, a lot, or nobody has looked at it", points: 2, reason: "a lot of data, or data that nobody has looked at, is migrated", atLeast: "STANDARD" },
        { value: "live", label: "Yes, from a running business that cannot stop", points: 3, reason: "a running business is migrated without a stop" },
      ],
    },
    {
      id: "security", weight: 2, label: "Is there a security, privacy or compliance matter?",
      why: "It needs the right person early, and cannot be added at the end.",
      help: "Single sign-on, payment data, health data, audits, residency, penetration tests.",
      options: [
        { value: "none", label: "Nothing special", points: 0, reason: "there is no special security matter" },
        { value: "some", label: "Ordinary personal data, with a consent or deletion process", points: 1, reason: "personal data needs a process" },
        { value: "strict", label: "Sign-on, payments, health data or an audit", points: 3, reason: "security or compliance is strict", atLeast: "STANDARD" },
      ],
    },
    {
      id: "teams", weight: 2, label: "How many delivery teams are needed?",
      why: "Each team that waits for another adds days.",
      options: [
        { value: "one", label: "One", points: 0, reason: "one team does it" },
        { value: "two", label: "Two", points: 1, reason: "two teams depend on each other" },
        { value: "more", label: "Three or more", points: 3, reason: "three or more teams depend on each other" },
      ],
    },
    {
      id: "custom", weight: 2, label: "How much of it is custom code?",
      why: "Code that only we know is kept by us for years.",
      options: [
        { value: "none", label: "None: it is set up and configured", points: 0, reason: "it is configured, not programmed" },
        { value: "some", label: "Some: extensions of a known product", points: 1, reason: "some of it is custom code" },
        { value: "most", label: "Most of it", points: 3, reason: "most of it is custom code", atLeast: "STANDARD" },
      ],
    },
    {
      id: "clarity", weight: 2, label: "How clear is what the client wants?",
      why: "What is unclear now is decided later, in somebody's hours.",
      options: [
        { value: "clear", label: "Clear and written down", points: 0, reason: "the requirements are written down" },
        { value: "partly", label: "Clear in part; the rest is agreed to be found out", points: 1, reason: "a part of the requirements is still open" },
        { value: "unclear", label: "Unclear, or different people say different things", points: 3, reason: "the requirements are unclear" },
      ],
    },
    {
      id: "date", weight: 1, label: "How firm is the target date?",
      why: "A hard date takes away the easiest way out.",
      options: [
        { value: "soft", label: "It can move", points: 0, reason: "the date can move" },
        { value: "hard", label: "Hard, with time to spare", points: 1, reason: "the date is hard" },
        { value: "tight", label: "Hard and tight", points: 3, reason: "the date is hard and tight" },
      ],
    },
    {
      id: "people", weight: 1, label: "How many people at the client have to agree?",
      why: "Agreement takes longer than work.",
      options: [
        { value: "one", label: "One person decides", points: 0, reason: "one person decides" },
        { value: "few", label: "Two or three", points: 1, reason: "two or three people have to agree" },
        { value: "many", label: "A committee, several companies, or a third party", points: 3, reason: "many people have to agree" },
      ],
    },
    {
      id: "novelty", weight: 2, label: "Have we done this before?",
      why: "The second time takes half as long, and is half as risky.",
      options: [
        { value: "often", label: "Often", points: 0, reason: "we have done it often" },
        { value: "once", label: "Once or twice", points: 1, reason: "we have done it only once or twice" },
        { value: "never", label: "Never", points: 3, reason: "we have never done it", atLeast: "STANDARD" },
      ],
    },
    {
      id: "size", weight: 1, label: "How large is it?",
      why: "Large work hides small mistakes.",
      options: [
        { value: "small", label: "Up to 80 hours", points: 0, reason: "it is small" },
        { value: "medium", label: "80 to 400 hours", points: 1, reason: "it is of medium size" },
        { value: "large", label: "More than 400 hours", points: 3, reason: "it is large" },
      ],
    },
  ],
  thresholds: { standard: 9, complex: 22 },
  estimates: { approvalAbove: 50_000, validDays: 60, rateCardDays: 180 },
  consequences: {
    SIMPLE: [
      "Delivery people are not involved before the contract, unless a manager grants it.",
      "The brief needs no technical summary.",
      "The team lead stays out of the first call and reads the notes, unless there is an integration, a migration, a security matter, "
        + "a promise or a trial task.",
    ],
    STANDARD: [
      "Delivery people can be involved before the contract when there is traction; nobody has to be.",
      "The brief needs a technical summary.",
      "A team lead joins the first call for an integration, a migration, a security matter, a promise or a trial task.",
    ],
    COMPLEX: [
      "The right team lead, PM, or a developer named by the lead, is involved before the contract.",
      "Every technical team's lead accepts the brief and joins the first call.",
      "Every estimate needs a team lead's approval.",
    ],
  },
};
