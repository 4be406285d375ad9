import type { SampleClient } from "../brief";
import { KOLBE } from "./kolbe";

/** A second deal of a client whose first handover is over: hardly begun, and half filled in already. */
export const KOLBE_ERP: SampleClient = {
  ...KOLBE,
  deal: {
    name: "Quotations straight from the ERP", value: 31_500, currency: "EUR", source: "Asked for at the end of the first project", contractType: "FIXED",
    teams: ["hubspot", "integration"], contactOwner: "jonas", owner: "jonas", evidence: "",
  },
  pm: "miriam", leads: {},
  answers: {
    "purpose.problem": "“Anja types twelve quotations a week from one screen into the other.” (Heinrich Kolbe)",
    "purpose.goals": "“A quotation that is written in the ERP is in the list the same hour, and nobody has typed it.” (Anja Strobel)",
    "scope.engagement": "newBuild",
    "technical.summary": "Quotations and their states, one way, from an ERP on a server in their cellar. The vendor opens an interface for it.",
  },
  complexity: {
    integration: "several", migration: "none", security: "none", teams: "two", custom: "some", clarity: "clear", date: "soft", people: "few",
    novelty: "once", size: "small",
  },
  rows: {},
};
