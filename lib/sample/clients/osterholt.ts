import { NO_TEAMS, type SampleClient } from "../brief";

/** A draft that was only begun: the deal is still open, and half of it is not known yet. */
export const OSTERHOLT: SampleClient = {
  client: {
    name: "Osterholt Optik", legalName: "Osterholt Optik KG", industry: "Opticians, eleven shops in Bremen and Lower Saxony",
    website: "osterholt-optik.example", zone: "Europe/Berlin", country: "Germany",
  },
  contacts: {
    friederike: {
      name: "Friederike Osterholt", title: "Managing partner", email: "f.osterholt@osterholt-optik.example", phone: "+49 421 555 0140",
      language: "German", roles: ["DECISION_MAKER"], brief: { influence: "high", attitude: "supportive", met: true },
    },
    cem: {
      name: "Cem Yıldız", title: "Head of marketing", email: "c.yildiz@osterholt-optik.example", phone: "+49 421 555 0144",
      language: "German", roles: ["DAY_TO_DAY", "CHAMPION"],
    },
  },
  deal: {
    name: "New website with appointment booking", value: 38_000, currency: "EUR", source: "Recommended by Kolbe & Söhne", contractType: "FIXED",
    teams: ["wordpress"], contactOwner: "jonas", owner: "jonas", evidence: "",
  },
  pm: "rui", leads: { wordpress: "ines" },
  answers: {
    "client.language": "German, formal with Ms Osterholt, first names with Cem",
    "purpose.problem": "“Half of the calls in our shops are people who want an appointment. The other half want to know whether we are open.” (Friederike Osterholt)",
    "purpose.goals": "“I want the phone to ring half as often, and the chairs in the test rooms to be full.” (Friederike Osterholt, discovery call)",
    "scope.engagement": "newBuild",
    "scope.inScope": "Website for the company and its eleven shops: one page per shop with hours, team and booking.\nAppointment booking through the system they already rent.",
    "technical.leadPromised": NO_TEAMS,
    "custom.wordpress.shop": true,
  },
  complexity: {
    integration: "standard", migration: "small", security: "none", teams: "one", custom: "some", clarity: "partly", date: "soft", people: "few",
    novelty: "once", size: "medium",
  },
  rows: {
    promises: [{
      text: "“We show you a first design before the Christmas business starts.”", type: "date", byWhom: { person: "jonas" },
      toWhom: { contact: "cem" }, saidOn: { day: -6 }, where: "Video call about the offer",
    }],
  },
};
