import "server-only";
import { FIGUEIRA } from "./clients/figueira";
import { GRUENFELD } from "./clients/gruenfeld";
import { HALVORSEN } from "./clients/halvorsen";
import { KOLBE } from "./clients/kolbe";
import { KOLBE_ERP } from "./clients/kolbe-erp";
import { LAKESHORE } from "./clients/lakeshore";
import { MARISOL } from "./clients/marisol";
import { NORDWIND } from "./clients/nordwind";
import { OSTERHOLT } from "./clients/osterholt";
import { PEMBERTON } from "./clients/pemberton";
import { ROUSSEAU } from "./clients/rousseau";
import { TIDEWATER } from "./clients/tidewater";
import { ZELLER } from "./clients/zeller";
import { ARROYO_FIRST_CALL, ARROYO_SECOND_CALL } from "./discovery";
import { KOLBE_OFFER, OSTERHOLT_OFFER } from "./offers";
import { OfferStory } from "./offer-story";
import { OTHER_DEALS } from "./other-deals";
import type { Ids } from "./organisation";

/** Thirteen handovers in all states, and the deals around them, over the last six weeks. */
export function tellStories(ids: Ids, today: Date): OfferStory[] {
  const story = (sample: ConstructorParameters<typeof OfferStory>[1]) => new OfferStory(ids, sample, today);
  const { ORPHAN, PARKED, LOST, PROSPECT, QUALIFIED, FRESH } = OTHER_DEALS;
  const kolbe = story(KOLBE).opens([-30, "09:15"]).moves([-29, "15:00"], "propose").wins([-28, "10:40"]).begins([-28, "11:10"]).writes([-28, "13:50"])
    .namesPeople([-28, "14:30"]).submits([-28, "14:45"]).accepts([-27, "10:20"], "PM")
    .ticks([-26, "11:00"], "jonas", ["introduction", "scheduleCall", "invitation"]).ticks([-25, "09:40"], "miriam", ["readBrief"])
    .ticks([-24, "15:30"], "miriam", ["introduce", "goals", "scopeAndPromises", "waysOfWorking", "dates", "markHeld"]).starts([-23, "09:30"])
    .rates([-26, "16:20"], "miriam", "BRIEF", 5, "Short, and all of it was so.").rates([-25, "11:30"], "jonas", "ACCEPTANCE", 5, "Decided within a day, and not a question too many.")
    .answersCheck([-16, "09:40"], "MOSTLY", ["scope.assumptions"], "Five people use it, not three. Everything else was as written.", "STANDARD")
    .ticks([-22, "16:00"], "miriam", ["notes"]).ticks([-10, "11:15"], "miriam", ["checkIn"])
    .closes([-5, "16:20"], "COMPLETED", "Anja wrote: works, and Herr Kolbe reads his list.");
  return [
    // Drafts: hardly begun on an open deal; almost ready, at risk.
    // On the open deal delivery was asked early: one answered, one declined, one waits; and a paid trial task runs.
    story(OSTERHOLT).opens([-9, "10:15"])
      .hears([-8, "11:20"], ["need", "“Nobody finds anything on our site, not even we do.”"], ["budget", "“It comes out of this year's marketing budget.”"], ["decisionMaker", "Spoke with the managing director for half an hour."], ["event", "The new season's frames arrive in spring, and the appointments with them."])
      .moves([-6, "14:30"], "propose").hears([-6, "16:10"], ["replies", "Answered the proposal the same afternoon, with three questions."]).begins([-6, "16:40"]).writes([-6, "17:05"])
      .asks([-5, "09:40"], "ines", { asked: "Can the booking system that they rent be shown inside the pages of the shops, or does it have to open in a window of its own?", suggestion: "Inside: the vendor offers a piece of script for it.", minutes: 45, needed: -3 })
      .answersRequest([-4, "11:05"], "ines", { answer: "Inside, but not with the script: it sets cookies before anybody has agreed. Their interface for partners does the same without; count two days for it.", minutes: 35 })
      .asks([-4, "15:20"], "hannah", { asked: "Eleven shops, and each wants its own opening hours and people. Who keeps them up to date, and how long does that take?", suggestion: "Each shop for itself, an hour to learn it.", minutes: 30, needed: 2 })
      .declinesRequest([-3, "09:15"], "hannah", "NOT_MY_FIELD", "Rui has done this for another chain of shops.")
      .hears([-3, "15:10"], ["nextStep", "They want to hear the answers on the phone, and put it into the calendar themselves."], ["nda", "Signed, because of the contract with the vendor of the booking system."])
      .plans([-3, "15:20"], "Call about their three questions", 2)
      .tries([-3, "16:20"], [-2, "10:10"], {
        developer: "grace", lead: "ines", hours: "10", price: "900", purpose: "See whether appointments of one shop can be shown and booked through the partners' interface",
        scope: "One shop, one kind of appointment, on a test page. No design.", entryCriteria: "A key of the partners' interface, and a test shop at the vendor", exitCriteria: "An appointment that is booked on the page stands in the shop's calendar within a minute",
      })
      .startsTrial([-2, "10:20"], "grace").works([-2, "16:30"], "grace", 210, "Interface and test shop").works([-1, "15:40"], "grace", 150, "Booking on the page")
      .asks([-1, "16:10"], "rui", { asked: "Can shops keep their hours and people up to date themselves, without breaking the pages?", suggestion: "Yes, with one form per shop; an hour of training.", minutes: 30, needed: 4 })
      .offers([-2, "11:30"], OSTERHOLT_OFFER, { estimator: "grace", asked: "What does each phase take, if we repair, and if we rebuild?", suggestion: "Repairing about 80 hours, rebuilding three times that." })
      .estimates([-1, "09:10"], "grace", OSTERHOLT_OFFER).presents([-1, "16:50"], 24),
    story(TIDEWATER).opens([-16, "09:40"]).moves([-13, "11:20"], "propose")
      .winsByWord([-5, "15:10"], [-4, "10:00"], { manager: "marcus", until: 9, reason: "Both partners said yes on the phone; the second one is at a boat show and signs when she is back." })
      .begins([-4, "13:15"]).writes([-3, "10:30"]).namesPeople([-3, "11:45"]),

    // Under review: fresh and simple; complex and overdue; PM accepted, the lead still decides.
    story(ROUSSEAU).opens([-19, "11:00"]).moves([-14, "16:20"], "propose").wins([-3, "10:25"]).begins([-3, "11:00"]).writes([-2, "14:10"])
      .namesPeople([-2, "15:30"]).submits([-1, "15:40"]),
    story(HALVORSEN).opens([-28, "09:30"]).moves([-24, "10:10"], "qualify").moves([-17, "17:00"], "propose").wins([-8, "13:45"])
      .begins([-8, "14:20"]).writes([-7, "10:05"]).namesPeople([-7, "16:15"]).submits([-6, "10:30"]),
    story(NORDWIND).opens([-15, "10:00"]).moves([-11, "15:15"], "propose")
      .grants([-10, "09:40"], "sofia", { allows: "WRITTEN", until: 2, reason: "The price stands and falls with seven years of deals that nobody has looked at." })
      .asks([-10, "11:00"], "stefan", { asked: "Is a sample of two hundred deals enough to say how clean the rest is?", suggestion: "Yes, if it is drawn from all seven years.", minutes: 90, needed: -7 })
      .answersRequest([-9, "10:15"], "stefan", { answer: "From all seven years and all three teams: each kept its own stages. Count one day more for those of the housing team.", minutes: 75 })
      .wins([-4, "11:30"]).begins([-4, "11:50"]).writes([-3, "09:45"])
      .namesPeople([-2, "16:50"]).submits([-1, "09:05"]).accepts([-1, "17:20"], "PM"),

    // Returned, with points of two reviewers; returned, mended and submitted again.
    story(FIGUEIRA).opens([-17, "10:30"]).moves([-13, "12:00"], "propose").wins([-7, "11:10"]).begins([-7, "15:00"]).writes([-6, "10:20"])
      .namesPeople([-6, "11:05"]).submits([-6, "11:30"])
      .returns([-4, "10:15"], "PM", [
        {
          field: "purpose.success", reason: "UNCLEAR", needed: "Figures: how many orders from restaurants today, how many should it be, and by when? What is fast enough?",
          suggestion: "Orders from restaurants placed online: none today, 60 a week by Easter.\nDecember without an outage; pages in under two seconds on a phone.",
        },
        { field: "promises.contract", row: 1, reason: "UNRECONCILED_PROMISE", needed: "The shop in Porto is out of scope in the contract, and it was promised at lunch. Which of the two holds?" },
        {
          field: "dates.target", reason: "UNREALISTIC_DATE", needed: "Easter boxes are packed three weeks earlier. If Easter is the reason, the shop has to be ready before that; if not, say so.",
        },
      ])
      .adds([-3, "16:10"], "shopify", [
        {
          field: "technical.migrationDetail", reason: "MISSING", needed: "Do passwords, vouchers and reviews move? Which orders are still open on the day?",
          suggestion: "380 products, 21 000 customers without passwords, 64 000 orders read only. Vouchers expire before the move. Reviews stay behind.",
        },
        { field: "custom.shopify.apps", reason: "MISSING", needed: "Say which app keeps the prices for restaurants, and who has agreed to its cost." },
      ]),
    story(PEMBERTON).opens([-22, "09:50"]).moves([-16, "11:40"], "propose").wins([-10, "10:05"]).begins([-10, "10:45"])
      .writes([-9, "14:00"], { without: ["technical.estimate", "technical.openQuestions"] }).namesPeople([-9, "16:30"]).submits([-8, "09:40"])
      .accepts([-7, "12:15"], "PM")
      .returns([-6, "16:05"], "integration", [
        {
          field: "technical.summary", reason: "CONTRADICTORY", needed: "“At once” and batches of fifty do not go together. How long may a job wait?",
          suggestion: "Jobs are grouped by depot and sent every thirty seconds; the planner sees them within one minute.",
        },
        { field: "technical.estimate", reason: "WRONG_ESTIMATE", needed: "My estimate of September assumed that corrections are possible. Add it, with that assumption." },
      ])
      .changes([-2, "11:25"], [
        { field: "technical.summary", value: PEMBERTON.answers["technical.summary"] + " A job waits for one minute at most." },
        { field: "technical.estimate", value: PEMBERTON.answers["technical.estimate"] ?? "" },
        { field: "technical.openQuestions", value: PEMBERTON.answers["technical.openQuestions"] ?? "" },
      ])
      .submits([-1, "10:10"]),

    // Accepted with conditions after one return; in delivery, with promises kept and broken.
    story(GRUENFELD).opens([-25, "14:00"]).moves([-20, "10:00"], "propose").wins([-11, "09:55"]).begins([-11, "10:30"])
      .writes([-10, "11:15"], { without: ["custom.wordpress.redirects"] })
      .changes([-10, "12:20"], [{ field: "custom.wordpress.redirects", value: "All the important ones." }])
      .namesPeople([-9, "10:00"]).submits([-8, "15:20"]).accepts([-7, "14:45"], "hubspot")
      .returns([-6, "11:30"], "wordpress", [{
        field: "custom.wordpress.redirects", reason: "UNCLEAR", needed: "Which addresses are important, and who makes the list?",
        suggestion: "All addresses of the almanac and of the 200 varieties that are found most. We make the list, Matthias checks it.",
      }])
      .changes([-6, "15:05"], [{ field: "custom.wordpress.redirects", value: GRUENFELD.answers["custom.wordpress.redirects"] ?? "" }])
      .submits([-5, "09:50"]).accepts([-4, "10:40"], "wordpress")
      .accepts([-3, "15:10"], "PM", [{ text: "The promise about late drawings is settled with Matthias, in writing.", owner: "zoe", day: 4 }])
      .ticks([-2, "10:30"], "zoe", ["introduction"]).ticks([-2, "17:05"], "rui", ["readBrief"]),
    story(MARISOL).opens([-29, "10:20"]).moves([-27, "09:10"], "propose").wins([-23, "14:30"]).begins([-23, "15:00"]).writes([-22, "10:45"])
      .namesPeople([-22, "11:30"]).submits([-22, "15:50"]).accepts([-21, "11:00"], "shopify").accepts([-20, "09:35"], "PM")
      .ticks([-19, "10:00"], "priscila", ["introduction", "scheduleCall"]).ticks([-18, "16:00"], "hannah", ["readBrief"])
      .ticks([-17, "13:30"], "priscila", ["invitation", "agenda"]).ticks([-15, "14:10"], "hannah", ["introduce", "goals", "dates", "markHeld", "notes"])
      .rates([-19, "15:10"], "hannah", "BRIEF", 4, "The promises with their dates saved us a call.").rates([-18, "11:40"], "priscila", "ACCEPTANCE", 4)
      .answersCheck([-8, "10:25"], "RIGHT", [], "", "STANDARD")
      .starts([-14, "09:15"]).keeps([-10, "16:30"], "first design", "KEPT", "Shown on day nine; Yolanda asked for one more colour.")
      .ticks([-9, "11:20"], "hannah", ["clientInputs"])
      .keeps([-4, "10:50"], "same day", "BROKEN", "Two mails waited for two days during the theme work. Agreed with Kendra: within one working day."),

    // Over: completed at the first pass; cancelled by the client's regulator; withdrawn by sales.
    kolbe,
    // The same client again: the draft begins with what the first handover knew, and the client's record has changed since.
    // Its client has chosen one of two options, and the choice is in the draft.
    story(KOLBE_ERP).opensAgain([-4, "10:00"], kolbe)
      .hears([-4, "10:20"], ["need", "“Anja types twelve quotations a week from one screen into the other.”"], ["decisionMaker", "Herr Kolbe called himself."], ["budget", "“It may cost what Anja costs us in half a year.”"],
        ["event", "Anja is away from spring on, and nobody else types."], ["replies", "Three mails, each answered the same morning."], ["nextStep", "Herr Kolbe wants to hear two ways on the phone."], ["nda", "The one of the first project still holds; they said so."])
      .begins([-3, "11:15"]).writes([-3, "11:35"])
      .setsClass([-3, "11:50"], "STANDARD", "Two of the three connections are the same interface, which the vendor opens and tests.", { lead: "arjun", at: [-2, "12:30"] })
      .offers([-2, "09:10"], KOLBE_OFFER, { estimator: "arjun", asked: "What does a nightly file take, and what an interface?", suggestion: "A file about 50 hours, an interface about 120." })
      .estimates([-2, "15:10"], "arjun", KOLBE_OFFER).moves([-2, "15:20"], "propose").presents([-2, "15:40"], 30)
      .hearsChoice([-1, "16:30"], { option: "Within the hour", chosenBy: "Heinrich Kolbe", reason: "“A day late is how we lose them. If Anja is away, it has to run by itself.”" })
      .records([-1, "17:50"], { legalName: "Kolbe Werkzeugbau SE" }),
    story(LAKESHORE).opens([-30, "13:00"]).moves([-29, "10:30"], "propose").wins([-26, "11:40"]).begins([-26, "13:00"]).writes([-25, "09:20"])
      .namesPeople([-25, "10:00"]).submits([-25, "14:10"]).accepts([-24, "12:40"], "integration").accepts([-24, "16:10"], "hubspot")
      .accepts([-23, "13:20"], "PM").ticks([-22, "10:10"], "priscila", ["introduction", "scheduleCall"]).starts([-20, "11:30"])
      .keeps([-19, "15:40"], "before Terrence", "KEPT", "The three flags were shown to Terrence first; he signed the minutes.")
      .closes([-8, "14:05"], "CANCELLED", "The regulator's auditor objects to member data outside of the core system. Denise used the right to stop after the first phase."),
    story(ZELLER).opens([-27, "10:45"]).moves([-23, "16:15"], "propose")
      .winsByWord([-20, "10:30"], [-19, "09:15"], { manager: "sofia", until: 3, reason: "Ms Zeller has agreed by mail; the second signature is with a partner who is travelling." })
      .begins([-19, "13:45"]).writes([-18, "10:00"]).namesPeople([-18, "11:40"]).submits([-18, "16:35"])
      .withdraws([-16, "14:50"], "Papierhaus Zeller was bought by a competitor before the second signature, and keeps its old shop.")
      .moves([-16, "15:05"], "lose", "Bought by a competitor before the contract was signed."),

    // Deals without a handover: open ones, a won one past its clock (P1.11), one parked, one lost.
    story(ORPHAN).opens([-13, "11:00"]).moves([-9, "10:00"], "propose").wins([-4, "12:10"]),
    story(PARKED).opens([-26, "15:00"]).moves([-21, "09:30"], "qualify").moves([-7, "11:00"], "park", "Their parent company has frozen all purchases until spring."),
    story(LOST).opens([-24, "10:10"]).moves([-18, "14:00"], "propose").hears([-18, "14:20"], ["need", "“People want the same bag every month, and forget to order it.”"])
      .grants([-17, "11:30"], "marcus", { allows: "TRIAL", until: 5, reason: "Two roasters wait to see it work; if it does, they come as well." })
      .tries([-17, "14:10"], [-16, "12:20"], {
        developer: "grace", lead: "daniel", hours: "8", price: "600", purpose: "See whether a subscription can pause and move its day without the till losing count of the stock",
        scope: "One coffee, one grind, three subscribers. The till is only read.", entryCriteria: "A test account of the till, and a list of what it calls the coffees", exitCriteria: "After a pause and a move, shop and till show the same stock",
      })
      .startsTrial([-15, "09:20"], "grace").works([-15, "16:10"], "grace", 240, "Subscriptions on a test shop").works([-14, "11:30"], "grace", 165, "Stock of the till")
      .deliversTrial([-13, "10:05"], "grace", "Pausing and moving work. The till shows the stock an hour late, and there is no way to ask it sooner.")
      .evaluatesTrial([-12, "11:40"], "daniel", "PARTLY", "It works for subscribers; for walk-in customers the stock is wrong for up to an hour. The vendor of the till would have to open its interface.")
      .moves([-5, "09:20"], "lose", "They chose the vendor of their till, who gives the shop away for free."),
    story(PROSPECT).opens([-3, "13:30"]),
    story(QUALIFIED).opens([-12, "16:00"]).hears([-11, "10:30"], ["need", "“Three teams, and each has a spreadsheet of its own.”"], ["replies", "Two mails, answered on the same day."])
      .grants([-9, "10:20"], "sofia", { allows: "WRITTEN", until: 12, reason: "Their board decides this week, and asks one thing that only delivery knows." })
      .asks([-9, "11:30"], "stefan", { asked: "Can three teams keep their own pipelines, and the board see one forecast of all?", suggestion: "Yes: three pipelines, one report.", needed: -5, minutes: 30 })
      .answersRequest([-8, "09:40"], "stefan", { minutes: 20 })
      .discovers([-9, "12:05"], ARROYO_FIRST_CALL)
      .moves([-8, "10:50"], "qualify").discovers([-4, "16:20"], ARROYO_SECOND_CALL).plans([-8, "11:00"], "Meet whoever decides about the budget", -1),
    story(FRESH).opens([-20, "09:00"])
      .hears([-18, "14:20"], ["need", "“A quote takes us four days, and the competition one.”"], ["decisionMaker", "First call with the vice president of sales, who signs up to 150 000."], ["budget", "“Approved for this financial year.”"])
      .hears([-14, "16:05"], ["event", "Their new price list is valid from the first of the quarter after next."], ["nda", "They sent their own, signed on both sides."])
      .moves([-10, "15:45"], "propose").hears([-9, "11:40"], ["replies", "Both mails answered within a day."]).plans([-9, "11:50"], "Walk through the proposal with their IT", 3),
  ];
}
