import type { SampleOption } from "./offer";

/** Repair or rebuild: a client who needs guidance, and has not chosen yet. */
export const OSTERHOLT_OFFER: readonly SampleOption[] = [
  {
    name: "Repair the present site",
    plainWords: "We keep the site that you have, make it fast and safe again, and add appointment booking to each shop's page.",
    benefits: "Before the Christmas business, without a break\nYour team keeps the editor that it knows\nLess than half the price of a new site",
    risks: "The theme is from 2016: a later change costs more than it should\nOne of the eleven plugins has no author any more",
    assumptions: "The hosting stays where it is\nThe booking system that you rent offers an interface",
    exclusions: "A new design\nTexts and photographs\nOnline payment",
    clientProvides: "Access to hosting and editor\nOpening hours and team of each shop\nOne person who answers within two days",
    weeks: [3, 5], price: 17_500,
    phases: [
      { name: "Clean up and secure", words: "Updates, backups, speed, the abandoned plugin replaced.", hours: ["24", "32", "48"], note: "The forms plugin is the one without an author; two ways around it." },
      { name: "Booking in every shop", words: "Booking widget, hours and team on eleven pages.", hours: ["30", "38", "52"], note: "Their vendor's sandbox answered in a day." },
      { name: "Launch", words: "Tests on phones, training, two weeks of care.", hours: ["8", "10", "14"], note: "" },
    ],
  },
  {
    name: "Rebuild it around booking",
    plainWords: "A new site whose first question is: which shop, and when? Everything else follows from the appointment.",
    benefits: "Booking in three taps, on any phone\nEach shop changes its own page\nBuilt to last five years and more\nReads well for people with weak eyes",
    risks: "It cannot be ready before Christmas\nContent for eleven shops has to come from eleven people",
    assumptions: "A first design is agreed within two rounds\nThe booking system that you rent offers an interface",
    exclusions: "Photographs\nOnline payment\nThe shop for frames, planned as a second step",
    clientProvides: "Texts for each shop by the sixth week\nA person who decides about the design\nOpening hours and team of each shop",
    weeks: [10, 14], price: 38_000,
    phases: [
      { name: "Discovery and design", words: "Two workshops, wireframes, a design in two rounds.", hours: ["40", "52", "70"], note: "" },
      { name: "Build", words: "Theme, shop pages, editor, accessibility.", hours: ["96", "120", "165"], note: "Accessibility to AA is in the hours." },
      { name: "Booking in every shop", words: "Interface to the booking system, reminders.", hours: ["36", "44", "64"], note: "" },
      { name: "Move and launch", words: "Old addresses, tests, training, four weeks of care.", hours: ["22", "28", "40"], note: "" },
    ],
  },
];

/** The client has chosen the second. */
export const KOLBE_OFFER: readonly SampleOption[] = [
  {
    name: "A nightly list",
    plainWords: "The ERP writes its quotations into a file each night, and the list picks it up in the morning.",
    benefits: "Quick to have\nNothing in the ERP changes",
    risks: "What is written in the morning is in the list a day later",
    assumptions: "The vendor's export holds the state of a quotation",
    exclusions: "Changes from the list back into the ERP",
    clientProvides: "The vendor's export, once, as a sample\nA folder on the server that we may read",
    weeks: [2, 3], price: 14_800,
    phases: [
      { name: "Export and import", words: "One file a night, checked and loaded.", hours: ["36", "44", "60"], note: "CSV in cp1252; seen a sample." },
      { name: "Go live", words: "A week beside the typing, then without.", hours: ["8", "12", "16"], note: "" },
    ],
  },
  {
    name: "Within the hour",
    plainWords: "The list asks the ERP every quarter of an hour through an interface that the vendor opens for it.",
    benefits: "A quotation is in the list the same hour\nStates follow by themselves\nNobody types, and nobody waits",
    risks: "The vendor is slow, and the interface is new to them as well",
    assumptions: "The vendor opens the interface within three weeks\nThe server in the cellar may answer to the outside",
    exclusions: "Changes from the list back into the ERP\nOther records than quotations",
    clientProvides: "A ticket with the vendor, opened by Herr Kolbe\nA test quotation in each state",
    weeks: [6, 9], price: 31_500,
    phases: [
      { name: "Interface with the vendor", words: "What it offers, agreed in writing, tried on a test system.", hours: ["30", "42", "70"], note: "The vendor's answer of October is the basis." },
      { name: "Sync", words: "Every fifteen minutes, with a log that people read.", hours: ["54", "68", "95"], note: "" },
      { name: "Go live", words: "Two weeks side by side, then alone.", hours: ["12", "16", "24"], note: "" },
    ],
  },
];
