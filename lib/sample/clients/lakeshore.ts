import type { SampleClient } from "../brief";

/** Closed as cancelled: accepted and started, then the client's regulator stopped it. */
export const LAKESHORE: SampleClient = {
  client: {
    name: "Lakeshore Community Credit Union", legalName: "Lakeshore Community Credit Union", industry: "Member-owned bank, 52 000 members, eleven branches",
    website: "lakeshorecu.example", zone: "America/Chicago", country: "United States",
  },
  contacts: {
    denise: {
      name: "Denise Kowalczyk", title: "Chief marketing officer", email: "dkowalczyk@lakeshorecu.example", phone: "+1 414 555 0131", language: "English",
      roles: ["DECISION_MAKER", "SPONSOR"], brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
    terrence: {
      name: "Terrence Boyd", title: "Information security", email: "tboyd@lakeshorecu.example", phone: "+1 414 555 0138", language: "English",
      roles: ["TECHNICAL", "SCEPTIC"], brief: { influence: "high", attitude: "sceptical", met: true, firstCall: true, watchOuts: "Wants every answer with its source. He is right most of the time." },
    },
    amy: {
      name: "Amy Lindgren", title: "Marketing operations", email: "alindgren@lakeshorecu.example", phone: "+1 414 555 0133", language: "English",
      roles: ["DAY_TO_DAY"], brief: { influence: "medium", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Member journeys from the core system", value: 146_000, currency: "USD", source: "Partner referral", contractType: "TIME_AND_MATERIALS",
    teams: ["hubspot", "integration"], contactOwner: "priscila", owner: "marcus", evidence: "https://files.kestrel-vale.example/contracts/2007-lakeshore-signed.pdf",
  },
  pm: "ananya", leads: { hubspot: "stefan", integration: "arjun" },
  answers: {
    "client.about": "A cooperative bank that lends for the first car and the first house. It knows from its core system when a loan ends, and tells nobody.",
    "client.language": "English, first names; minutes of every meeting in writing",
    "client.channels": ["mail", "video", "tickets"],
    "client.approvals": "Denise approves content, Terrence everything that leaves the core system; allow ten working days for him.",
    "commercial.contractReference": "MSA 2007 with the security annex",
    "commercial.summary": "Time and materials up to 146 000 dollars in two phases; the second is released by Denise after the first. Licences and the core system's interface fees are theirs. They can stop at the end of each phase without a reason.",
    "commercial.hoursSold": "Architecture 120, integration 380, HubSpot 260, project management 130.",
    "commercial.sla": "Terrence has to be told of any incident within four hours.",
    "purpose.problem": "“A member pays off her car on Friday, and on Monday the bank across the street sends her a letter.” (Denise Kowalczyk)",
    "purpose.goals": "“We write to a member at the three moments that matter, and never at another.” (Denise)",
    "purpose.success": "Members who stay after a paid-off loan: 38 % now, 50 % after a year.\nMails outside of the three journeys: none.\nNo account number ever leaves the core system.",
    "scope.engagement": "integration",
    "scope.inScope": "Events from the core system without amounts or account numbers.\nThree journeys in Marketing Hub.\nConsent and suppression from the core system, every night.\nSecurity documents for the auditor.",
    "scope.outOfScope": "Online banking, text messages, branch screens, advertising.",
    "scope.thirdParties": "The core system's vendor, Corvane: event interface in the test environment by {-10}. The auditor of the regulator: a review before the first mail.",
    "scope.clientProvides": "A test environment with invented members, the wording approved by their lawyer.",
    "dates.target": { day: 110 }, "dates.targetKind": "soft", "dates.targetReason": "Denise would like to show the first journey at the annual meeting.",
    "technical.summary": "An event service inside the client's network turns core events into three flags per member, and only those cross to HubSpot. No amounts, no account numbers. Hosting inside their network, watched by their own people.",
    "technical.migration": { teams: [] },
    "technical.security": { teams: ["integration", "hubspot"] },
    "technical.securityDetail": "Regulated bank: security annex with 84 controls, single sign-on for all of us, audit trail of every field that crosses, review by the regulator's auditor before the first mail.",
    "technical.leadPromised": { teams: ["integration"] },
    "technical.nonStandard": "The service runs in their network and not in ours.",
    "custom.hubspot.hubs": ["marketing", "operations"],
    "custom.hubspot.tier": "enterprise",
    "custom.hubspot.portalId": "Production 9012266, sandbox 9012271",
    "custom.hubspot.objects": "Contacts with three flags; no companies, no deals. A custom object for the branch.",
    "custom.hubspot.lifecycle": "Member or former member. Nothing else; marketing wanted more, security said no.",
    "custom.hubspot.sending": "mail.lakeshorecu.example, dedicated address, 30 000 mails a month. Terrence's team changes the DNS.",
    "custom.hubspot.consent": "From the core system only. HubSpot never collects consent and never overrides it.",
    "custom.hubspot.source": ["other"],
    "custom.integration.flows": "Core -> event service: loan paid off, account opened, address changed. Event service -> HubSpot: three flags, every hour. Core -> HubSpot: suppression, every night.",
    "custom.integration.record": "Everything about a member: core system. Mails sent: HubSpot.",
    "custom.integration.volumes": "About 900 events a day; 52 000 members in the first load.",
    "custom.integration.latency": "hours",
    "custom.integration.platform": "theirs",
    "custom.integration.auth": "Single sign-on with hardware keys for each of us, granted by Terrence after a background check.",
    "custom.integration.errors": "An event that fails is held for a day and reported to Amy. A suppression that fails stops all mail.",
    "custom.integration.sandbox": "Core: a test environment with invented members. HubSpot: the sandbox above.",
    "custom.integration.monitoring": "Their own operations, with our handbook; we are on call for the first month.",
    "custom.integration.personalData": "Name, mail address and three flags, inside the United States.",
    "delivery.topThree": "Terrence decides more than the organisation chart says.\nThe regulator's auditor sees everything before the first mail.\nThey may stop after the first phase without giving a reason. It is in the contract.",
    "delivery.confidential": "Their name must not be used anywhere.",
  },
  complexity: {
    integration: "several", migration: "none", security: "strict", teams: "two", custom: "most", clarity: "partly", date: "soft", people: "many",
    novelty: "once", size: "large",
  },
  rows: {
    promises: [{
      text: "“Nothing is sent before Terrence has signed it off.”", type: "other", contract: "IN_CONTRACT", byWhom: { person: "priscila" },
      toWhom: { contact: "terrence" }, saidOn: { day: -45 }, clause: "Security annex, 2", owner: { person: "ananya" },
    }],
    integrations: [
      {
        system: "Corvane core banking", team: { team: "integration" }, direction: "in", kind: "custom", neededAtGoLive: true, data: "Three kinds of events",
        owner: { contact: "terrence" },
      },
      {
        system: "Single sign-on of the bank", team: { team: "integration" }, direction: "in", kind: "custom", neededAtGoLive: true, data: "Our people's accounts",
        owner: { contact: "terrence" },
      },
    ],
    risks: [{
      text: "The regulator's auditor objects to member data in a marketing system.", category: "legal", severity: "high", probability: "medium",
      mitigation: "Show the three flags to the auditor before anything is built.", owner: { person: "ananya" },
    }],
  },
};
