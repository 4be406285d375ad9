import type { SampleClient } from "../brief";

/** The PM has accepted, the lead still decides. */
export const NORDWIND: SampleClient = {
  client: {
    name: "Nordwind Energieberatung", legalName: "Nordwind Energieberatung GmbH", industry: "Energy consultants for municipalities and housing, 60 people",
    website: "nordwind-energie.example", zone: "Europe/Berlin", country: "Germany",
  },
  contacts: {
    petra: {
      name: "Petra Jürgens", title: "Managing director", email: "juergens@nordwind-energie.example", phone: "+49 40 555 0160", language: "German",
      roles: ["DECISION_MAKER", "SPONSOR"], brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
    lars: {
      name: "Lars Mikkelsen", title: "Head of sales", email: "mikkelsen@nordwind-energie.example", phone: "+49 40 555 0166", language: "German, English",
      roles: ["DAY_TO_DAY", "CHAMPION"], brief: { influence: "medium", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
    gudrun: {
      name: "Gudrun Abel", title: "Data protection officer", email: "abel@nordwind-energie.example", phone: "+49 40 555 0169", language: "German",
      roles: ["LEGAL"], brief: { influence: "medium", attitude: "neutral", met: true, firstCall: false, watchOuts: "Answers within a day if asked in writing, and never by phone." },
    },
  },
  deal: {
    name: "From Pipedrive to HubSpot", value: 42_500, currency: "EUR", source: "HubSpot partner directory", contractType: "TIME_AND_MATERIALS",
    teams: ["hubspot"], contactOwner: "jonas", owner: "jonas", evidence: "https://files.kestrel-vale.example/contracts/2028-nordwind-signed.pdf",
  },
  pm: "ananya", leads: { hubspot: "stefan" },
  answers: {
    "client.about": "They write energy plans for towns. A sale takes fourteen months and goes through a council; three people must remember what was said to whom.",
    "client.language": "German with Ms Jürgens and Ms Abel, English with Lars",
    "client.channels": ["mail", "video"],
    "client.approvals": "Lars approves the work, Ms Jürgens every invoice above 5 000 euro, Ms Abel anything that concerns consent.",
    "client.previousVendor": "They set up Pipedrive themselves. Nothing went wrong; it grew over their heads.",
    "commercial.contractReference": "C-2028, framework and first order",
    "commercial.summary": "Time and materials up to 42 500 euro at one daily rate, monthly invoice with a list of hours. Licences are bought by them. Migration, set-up and three trainings are ordered; campaigns are not.",
    "commercial.hoursSold": "Consulting 90, migration 110, training 24, project management 48. Twenty hours are kept back and not told.",
    "purpose.problem": "“Every Monday three of us sit together and try to remember which mayor said what.” (Lars Mikkelsen)",
    "purpose.trigger": "Two people retire in spring; what they know is in their inboxes.",
    "purpose.goals": "“Whoever opens a town in the system knows the whole story in two minutes.” (Petra Jürgens)",
    "purpose.success": "All open deals (about 210) are in HubSpot with their next step, none in spreadsheets.\nThe Monday meeting takes 30 minutes instead of two hours by {+75}.\nNobody gets mail who has not agreed to it.",
    "scope.engagement": "migration",
    "scope.inScope": "Set-up of Marketing and Sales Hub.\nMigration of contacts, organisations, deals, notes and activities from Pipedrive.\nOne pipeline for councils, one for housing companies.\nFive workflows, two sequences, one dashboard for the Monday meeting.\nThree trainings in German.",
    "scope.outOfScope": "Campaigns, website, files in Pipedrive (they stay on the drive), telephony.",
    "scope.clientProvides": "A list of owners for the 340 deals without one, by {+12}. Ms Abel's decision about contacts older than three years.",
    "promises.nextStep": "A date for the first look at their own data, which Lars will show to his team.",
    "dates.start": { day: 5 }, "dates.target": { day: 75 }, "dates.targetKind": "hard",
    "dates.targetReason": "The two colleagues who know the old deals leave at the end of that month.",
    "dates.clientAway": "Lars is at a trade fair in the week of {+26}.",
    "technical.summary": "New portal, data from Pipedrive by interface: deals, organisations, persons, notes, activities. Councils and their members need an association of their own, because one person sits in several. About a fifth of the persons are duplicates.",
    "technical.migration": { teams: ["hubspot"] },
    "technical.migrationDetail": "31 000 persons, 4 200 organisations, 6 900 deals of seven years, 88 000 notes. Activities of the last two years only. Files stay behind.",
    "technical.security": { teams: ["hubspot"] },
    "technical.securityDetail": "Members of councils are public figures with private addresses. Ms Abel wants deletion after three years without contact, and a report of it.",
    "technical.leadPromised": { teams: [] },
    "technical.dataSources": "Pipedrive is right for deals; the spreadsheet of the housing team is right for housing companies.",
    "custom.hubspot.hubs": ["marketing", "sales"],
    "custom.hubspot.tier": "professional",
    "custom.hubspot.seats": "9 Sales Professional, 2 core, 25 view-only",
    "custom.hubspot.portalId": "Production 7720341; no sandbox on this tier",
    "custom.hubspot.objects": "Contacts, companies (towns and housing companies), deals. Councils as labels on the association between contact and company; no custom object on this tier.",
    "custom.hubspot.lifecycle": "Lead when a town asks for material. Qualified when a date with the administration is set. Opportunity when it is on a council's agenda. Customer with the first order.",
    "custom.hubspot.pipelines": "Councils: talk, administration, committee, council, order. Housing: talk, visit, offer, order.",
    "custom.hubspot.automation": "Five workflows: reminder before council meetings, hand-over between colleagues, silence of 60 days, welcome, deletion report. Two sequences for sales.",
    "custom.hubspot.sending": "news.nordwind-energie.example; their provider changes the DNS within a day. About 4 000 mails a month.",
    "custom.hubspot.consent": "Newsletter by double opt-in since 2021; before that on paper, which Ms Abel does not accept. Two subscription types: newsletter and events.",
    "custom.hubspot.source": ["pipedrive", "spreadsheets"],
    "custom.hubspot.duplicates": "The newer record wins, except for the phone number. Lars's assistant decides on the rest; eight hours are planned for it.",
    "custom.hubspot.training": "Sales twice (nine people), marketing once. In German, recorded.",
    "delivery.topThree": "Two people leave, and their knowledge must be in the system before. That is the date.\nMs Abel's decision about old contacts comes first: it changes how much is moved.\nLars is on our side and oversells; check with Ms Jürgens what she expects.",
    "delivery.callTimes": "Monday to Thursday, 9 to 12",
  },
  complexity: {
    integration: "standard", migration: "large", security: "some", teams: "one", custom: "none", clarity: "partly", date: "hard", people: "few",
    novelty: "often", size: "medium",
  },
  rows: {
    promises: [
      {
        text: "“Your team sees its own deals in the new system four weeks after the start.”", type: "date", contract: "IN_CONTRACT",
        byWhom: { person: "jonas" }, toWhom: { contact: "lars" }, saidOn: { day: -15 }, clause: "Order, page 3", owner: { person: "ananya" }, due: { day: 33 },
      },
      {
        text: "“The Monday dashboard is included.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "jonas" }, toWhom: { contact: "petra" },
        saidOn: { day: -13 }, where: "Mail after the second call", clause: "Order, page 4", owner: { person: "ananya" }, due: { day: 60 },
      },
    ],
    integrations: [{
      system: "Microsoft 365 calendar and mail", team: { team: "hubspot" }, direction: "both", kind: "standard", neededAtGoLive: true,
      data: "Mails and meetings of nine people", owner: { contact: "lars" },
    }],
    risks: [{
      text: "Ms Abel decides late, and the migration has to be run twice.", category: "legal", severity: "medium", probability: "medium",
      mitigation: "Ask her in writing on the first day, with our suggestion.", owner: { person: "ananya" }, due: { day: 9 },
    }],
    openItems: [{
      text: "Are activities older than two years wanted by the housing team?", suggestion: "No; they have asked for notes only.",
      owner: { person: "jonas" }, due: { day: 10 }, risk: "A second migration of activities", status: "open",
    }],
  },
};
