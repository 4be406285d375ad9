import { NO_TEAMS, type SampleClient } from "../brief";

/** Closed as completed: small, clear, accepted at the first pass. */
export const KOLBE: SampleClient = {
  client: {
    name: "Kolbe & Söhne Werkzeugbau", legalName: "Kolbe & Söhne Werkzeugbau GmbH & Co. KG", industry: "Toolmaker for injection moulding, 85 people",
    website: "kolbe-werkzeugbau.example", zone: "Europe/Berlin", country: "Germany",
  },
  contacts: {
    heinrich: {
      name: "Heinrich Kolbe", title: "Managing partner", email: "h.kolbe@kolbe-werkzeugbau.example", phone: "+49 711 555 0210", language: "German",
      roles: ["DECISION_MAKER"], brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true, address: "Herr Kolbe, always" },
    },
    anja: {
      name: "Anja Strobel", title: "Inside sales", email: "a.strobel@kolbe-werkzeugbau.example", phone: "+49 711 555 0215", language: "German",
      roles: ["DAY_TO_DAY", "CHAMPION"], brief: { influence: "medium", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Follow-up of quotations in HubSpot", value: 14_200, currency: "EUR", source: "Trade fair for plastics", contractType: "FIXED",
    teams: ["hubspot"], contactOwner: "jonas", owner: "jonas", evidence: "https://files.kestrel-vale.example/contracts/2004-kolbe-signed.pdf",
  },
  pm: "miriam", leads: {},
  answers: {
    "client.about": "Makes moulds for parts that nobody sees: clips, caps, hinges. 600 quotations a year, one in five becomes an order, nobody asks about the other four.",
    "client.language": "German, formal",
    "client.channels": ["mail", "phone"],
    "commercial.contractReference": "Order 4500118, on our offer 2004",
    "commercial.summary": "Fixed price for one pipeline, three workflows and a morning of training. Licences are theirs. Half at the start, half at the end. No migration: quotations start at zero.",
    "purpose.problem": "“We write a quotation for two days and then we hope.” (Anja Strobel)",
    "purpose.goals": "“Every quotation gets a call after ten days, and I see on Friday which did not.” (Heinrich Kolbe)",
    "purpose.success": "Quotations followed up within ten days: about 15 % now, over 90 % in the first full month.\nOne list on Friday, read by Herr Kolbe, that takes five minutes.",
    "purpose.acceptance": "Anja works with it for two weeks and then says yes in a mail.",
    "scope.engagement": "newBuild",
    "scope.inScope": "One pipeline for quotations with five stages.\nThree workflows: reminder after ten days, silence after thirty, order received.\nA Friday list by mail.\nA morning of training in their office.",
    "scope.outOfScope": "Old quotations, the connection to the ERP (talked about for next year), newsletters.",
    "scope.assumptions": "Three people use it. Quotations are entered by hand from the ERP's list, about twelve a week.",
    "promises.none": true,
    "promises.nextStep": "A date for the training.",
    "dates.target": { day: -10 }, "dates.targetKind": "soft", "dates.targetReason": "They would like to have it before the trade fair, and can do without.",
    "technical.migration": NO_TEAMS, "technical.security": NO_TEAMS, "technical.leadPromised": NO_TEAMS,
    "custom.hubspot.hubs": ["sales"],
    "custom.hubspot.tier": "starter",
    "custom.hubspot.portalId": "Production 6650912",
    "custom.hubspot.lifecycle": "Lead on an enquiry, opportunity with a quotation, customer with an order.",
    "custom.hubspot.pipelines": "Quotation sent, called, technical question, negotiation, order or not.",
    "custom.hubspot.consent": "Business contacts who have asked for a quotation; no mailings at all.",
    "custom.hubspot.source": ["none"],
    "custom.hubspot.training": "One morning, three people, in German, at their office.",
    "delivery.topThree": "It is small, and Herr Kolbe wants it to stay small.\nAnja does the work; if she likes it, it is a success.\nThe connection to the ERP is next year's project. Leave a door for it.",
    "delivery.opportunities": "The connection to the ERP, and a recommendation to the optician next door.",
  },
  complexity: {
    integration: "none", migration: "none", security: "none", teams: "one", custom: "none", clarity: "clear", date: "soft", people: "few",
    novelty: "often", size: "small",
  },
  rows: {
    documents: [{
      title: "Offer 2004 with their order", type: "contract", status: "signed", clientSees: true,
      file: { file: "2004-kolbe-signed.pdf", url: "https://files.kestrel-vale.example/contracts/2004-kolbe-signed.pdf" },
    }],
  },
};
