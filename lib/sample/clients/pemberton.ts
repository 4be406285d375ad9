import { NO_TEAMS, type SampleClient } from "../brief";

/** Returned once, mended, and under review for the second time. */
export const PEMBERTON: SampleClient = {
  client: {
    name: "Pemberton Logistics", legalName: "Pemberton Logistics Ltd", industry: "Road freight and pallets, 95 lorries, two depots",
    website: "pembertonlogistics.example", zone: "Europe/London", country: "United Kingdom",
  },
  contacts: {
    graham: {
      name: "Graham Pemberton", title: "Operations director", email: "graham@pembertonlogistics.example", phone: "+44 113 555 0180", language: "English",
      roles: ["DECISION_MAKER", "SPONSOR"], brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true, watchOuts: "Reads only the first paragraph." },
    },
    siobhan: {
      name: "Siobhán Keane", title: "Systems manager", email: "siobhan@pembertonlogistics.example", phone: "+44 113 555 0186", language: "English",
      roles: ["DAY_TO_DAY", "TECHNICAL"], brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Quotes and jobs in one system", value: 72_000, currency: "GBP", source: "Recommended by their accountant", contractType: "TIME_AND_MATERIALS",
    teams: ["integration"], contactOwner: "zoe", owner: "zoe", evidence: "https://files.kestrel-vale.example/contracts/2022-pemberton-signed.pdf",
  },
  pm: "ananya", leads: { integration: "arjun" },
  answers: {
    "client.about": "Regional haulier in its second generation. Quotes are made in the CRM, jobs are planned in the transport system, and two people copy from one to the other all day.",
    "client.language": "English, first names",
    "client.channels": ["mail", "chat"],
    "client.cadence": "A written update every Friday; a call only when something is to be decided.",
    "client.approvals": "Siobhán approves the work, Graham the hours at the end of each month.",
    "commercial.contractReference": "Master agreement 2022, order 1",
    "commercial.summary": "Time and materials up to 72 000 pounds, monthly. Building and running the connection for six months is ordered. The CRM and the transport system stay as they are; reports are not part of it.",
    "commercial.hoursSold": "Design 60, build 320, tests 90, project management 70. A reserve of 40 is inside the limit and not told.",
    "purpose.problem": "“I employ two clever people as a cable between two computers.” (Graham Pemberton)",
    "purpose.trigger": "One of the two has resigned, and nobody applies for the post.",
    "purpose.goals": "“A quote that is accepted is a job on the planner's screen before the customer has put down the phone.” (Siobhán Keane)",
    "purpose.success": "Jobs typed by hand: 180 a day now, under 10 by {+90}.\nJobs with a wrong address: 4 % now, under 0.5 %.\nThe planner sees an accepted quote within one minute.",
    "scope.engagement": "integration",
    "scope.inScope": "Accepted quotes become jobs, with addresses that were checked.\nThe state of a job comes back to the CRM.\nProof of delivery is attached to the quote.\nA screen for what failed, with a repeat button.\nRunning and watching for six months.",
    "scope.outOfScope": "Reports, invoicing, the customers' portal, changes to the planner's screens.",
    "scope.thirdParties": "The transport system's vendor, Roadmaster: test access promised by {+10}. If they are late we build against the recorded answers that Siobhán has sent.",
    "scope.clientProvides": "Test customers, two hours of a planner each week, the list of depots.",
    "promises.none": true,
    "promises.nextStep": "A first flow on the test system, however small.",
    "dates.start": { day: 6 }, "dates.target": { day: 90 }, "dates.targetKind": "hard",
    "dates.targetReason": "The colleague who types the jobs leaves on {+92}; Graham will not replace her.",
    "technical.summary": "Queue between CRM and transport system, run by us. The transport system answers slowly and only in batches of fifty, so jobs are grouped by depot and sent every thirty seconds. Addresses are checked before, not after.",
    "technical.migration": NO_TEAMS,
    "technical.security": { teams: ["integration"] },
    "technical.securityDetail": "The vendor allows fixed addresses only. Drivers' phone numbers are personal data; they are passed on and kept nowhere.",
    "technical.leadPromised": NO_TEAMS,
    "technical.estimate": "Arjun: 400 to 470 hours. It assumes that the batch interface accepts corrections.",
    "technical.openQuestions": "Can a job be corrected after it was planned? The vendor's manual says yes in one chapter and no in another.",
    "custom.integration.flows": "CRM -> transport system: accepted quote, at once. Transport system -> CRM: state of the job, every minute. Transport system -> CRM: proof of delivery, when it arrives.",
    "custom.integration.record": "Customer and quote: CRM. Job, lorry, driver and state: transport system. Address: the register of addresses, then the planner.",
    "custom.integration.volumes": "180 jobs on a usual day, 310 on the Monday after a bank holiday; 40 000 proofs a year.",
    "custom.integration.latency": "minutes",
    "custom.integration.platform": "ours",
    "custom.integration.auth": "CRM: an app of our own. Transport system: user and fixed address, granted by the vendor on Siobhán's ticket.",
    "custom.integration.limits": "Transport system: batches of 50, one every 20 seconds.",
    "custom.integration.errors": "Repeat for ten minutes, then the job waits on the screen for failures and the planner on duty gets a message.",
    "custom.integration.sandbox": "CRM: a test account. Transport system: a test depot, shared with other customers of the vendor.",
    "custom.integration.monitoring": "We watch on working days for six months; after that Siobhán, with our handbook.",
    "custom.integration.personalData": "Drivers' names and phone numbers, inside the United Kingdom only.",
    "delivery.topThree": "One person leaves on {+92}; until then it must run without her.\nEverything hangs on the batch interface. Try a correction in the first week.\nGraham reads the first paragraph only, Siobhán reads everything.",
    "delivery.callTimes": "Tuesday or Thursday, 8 to 10, London time",
  },
  complexity: {
    integration: "custom", migration: "none", security: "some", teams: "one", custom: "most", clarity: "partly", date: "hard", people: "few",
    novelty: "once", size: "medium",
  },
  rows: {
    integrations: [
      {
        system: "Roadmaster transport system", team: { team: "integration" }, direction: "both", kind: "custom", neededAtGoLive: true,
        data: "Jobs, states, proofs of delivery", owner: { contact: "siobhan" }, documentation: "https://docs.roadmaster.example/batch",
      },
      {
        system: "Register of addresses", team: { team: "integration" }, direction: "in", kind: "standard", neededAtGoLive: true, data: "Each address once, before it is sent",
      },
    ],
    milestones: [{ title: "First job runs through on the test depot", date: { day: 24 }, kind: "client", owner: { person: "ananya" } }],
    risks: [{
      text: "Corrections of planned jobs are refused by the batch interface.", category: "technical", severity: "high", probability: "medium",
      mitigation: "Try it in week one. The way out is a list for the planner, with a link.", owner: { person: "arjun" }, due: { day: 11 },
    }],
  },
};
