import type { ChecklistTemplate } from "../schema";
import { TEAM_CHECKLIST_ITEMS } from "./checklist-team-items";

/** Version 1 of the checklist (P2.12). */
export const CHECKLIST_TEMPLATE: ChecklistTemplate = {
  items: [
    {
      id: "contractSigned", title: "Have the signed contract", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "A start at risk ends with a signature, or with a decision.",
      due: { from: "submitted", businessDays: 5 }, fact: "contract.signed",
    },
    {
      id: "scheduleCall", title: "Schedule the first call", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "The client is waiting for the next step, and sales still has the thread.",
      due: { from: "accepted", businessDays: 2 }, fact: "firstCall.scheduled",
    },
    {
      id: "introduction", title: "Introduce the PM to the client by mail", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "The client should know the PM's name before the call.",
      due: { from: "accepted", businessDays: 1 }, fact: "introduction.sent",
    },
    {
      id: "clientPage", title: "Share the client's page", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: false,
      why: "It says who is who and what happens next, without a login.",
      due: { from: "accepted", businessDays: 1 }, fact: "clientPage.shared",
    },
    {
      id: "invitation", title: "Send the invitation", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "A call that is not in the calendar does not take place.",
      due: { from: "accepted", businessDays: 3 }, fact: "invitation.sent",
    },
    {
      id: "conditions", title: "Meet the conditions of the acceptance", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "The brief was accepted on the understanding that they are met.",
      due: { from: "firstCall", businessDays: -1 }, fact: "conditions.met",
    },
    {
      id: "promises", title: "Settle the promises that are not in the contract", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "In the call the client will ask for what they were told.",
      due: { from: "firstCall", businessDays: -1 }, fact: "promises.reconciled",
      when: { field: "promises.contract", in: ["TO_RENEGOTIATE", "DECLINED"] },
    },
    {
      id: "readBrief", title: "Read the brief, top three things first", phase: "BEFORE", ownerRole: "PM", mandatory: true,
      why: "Whoever has read it asks the client nothing twice.",
      due: { from: "firstCall", businessDays: -1 },
    },
    {
      id: "readTechnical", title: "Read the technical sections", phase: "BEFORE", ownerRole: "TEAM_LEAD", mandatory: true,
      why: "The lead is in the call to answer, not to be surprised.",
      due: { from: "firstCall", businessDays: -1 }, when: { not: { complexity: ["SIMPLE"] } },
    },
    {
      id: "agenda", title: "Send the agenda", phase: "BEFORE", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "It is written from the brief; look it over, and send it.",
      due: { from: "firstCall", businessDays: -1 }, fact: "agenda.written",
    },
    {
      id: "introduce", title: "Introduce everybody, and hand over in one sentence", phase: "DURING", ownerRole: "CONTACT_OWNER", mandatory: true,
      why: "The client hears from the person they know who is responsible from now on.",
      due: { from: "firstCall", businessDays: 0 },
    },
    {
      id: "goals", title: "Read the goals back, in the client's words", phase: "DURING", ownerRole: "PM", mandatory: true,
      why: "It shows that nothing was lost on the way.",
      due: { from: "firstCall", businessDays: 0 },
    },
    {
      id: "scopeAndPromises", title: "Go through scope and promises", phase: "DURING", ownerRole: "PM", mandatory: true,
      why: "A difference that is found today is a talk; in a month it is a dispute.",
      due: { from: "firstCall", businessDays: 0 },
    },
    {
      id: "waysOfWorking", title: "Agree on the way of working", phase: "DURING", ownerRole: "PM", mandatory: true,
      why: "Channels, rhythm, approvals, and whom to call on a bad day.",
      due: { from: "firstCall", businessDays: 0 },
    },
    {
      id: "dates", title: "Confirm the dates and the next step", phase: "DURING", ownerRole: "PM", mandatory: true,
      why: "The client leaves the call knowing what happens next, and when.",
      due: { from: "firstCall", businessDays: 0 },
    },
    {
      id: "markHeld", title: "Note who attended and what was decided", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "The call counts as held when the required people were there.",
      due: { from: "firstCall", businessDays: 0 }, fact: "firstCall.held",
    },
    {
      id: "notes", title: "Send the notes to everyone, sales included", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "Who was kept out of the call reads the notes.",
      due: { from: "firstCall", businessDays: 1 }, fact: "notes.sent",
    },
    {
      id: "access", title: "Have all access that is needed", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "Work that waits for access costs the same as work.",
      due: { from: "firstCall", businessDays: 5 }, when: { any: [{ field: "access.system", answered: true }, { field: "technical.access", answered: true }] },
    },
    {
      id: "clientInputs", title: "Ask the client for what they must provide", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "They know of it; now they need dates.",
      due: { from: "firstCall", businessDays: 1 }, when: { field: "scope.clientProvides", answered: true },
    },
    {
      id: "start", title: "Start delivery", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "From here on the client sees work, and not preparation.",
      due: { from: "firstCall", businessDays: 3 }, fact: "handover.started",
    },
    {
      id: "openItems", title: "Close the open items", phase: "AFTER", ownerRole: "PM", mandatory: false,
      why: "After their date the suggested answers are used.",
      due: { from: "firstCall", businessDays: 10 }, fact: "openItems.answered", when: { field: "openItems.text", answered: true },
    },
    {
      id: "rateBrief", title: "Rate the brief", phase: "AFTER", ownerRole: "PM", mandatory: false,
      why: "Ten seconds that make the next brief better.",
      due: { from: "firstCall", businessDays: 5 }, fact: "rating.byReceiver",
    },
    {
      id: "rateAcceptance", title: "Rate the acceptance", phase: "AFTER", ownerRole: "CONTACT_OWNER", mandatory: false,
      why: "Sales, too, can say how it went.",
      due: { from: "firstCall", businessDays: 5 }, fact: "rating.bySeller",
    },
    {
      id: "checkIn", title: "Ask the client how it feels", phase: "AFTER", ownerRole: "PM", mandatory: true,
      why: "Small disappointments are said only when somebody asks.",
      due: { from: "started", businessDays: 20 },
    },
    ...TEAM_CHECKLIST_ITEMS,
  ],
};
