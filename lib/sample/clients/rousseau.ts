import { NO_TEAMS, type SampleClient } from "../brief";

/** Submitted and simple: one key, one decision, nothing in the way. */
export const ROUSSEAU: SampleClient = {
  client: {
    name: "Atelier Rousseau-Lemaître", legalName: "Atelier Rousseau-Lemaître SARL d'architecture", industry: "Architects, 22 people, schools and timber buildings",
    website: "rousseau-lemaitre.example", zone: "Europe/Paris", country: "France",
  },
  contacts: {
    helene: {
      name: "Hélène Rousseau", title: "Partner", email: "h.rousseau@rousseau-lemaitre.example", phone: "+33 4 55 50 01 20", language: "French",
      roles: ["DECISION_MAKER"],
      brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true, address: "Madame Rousseau until she says Hélène", watchOuts: "Looks at the typography before she reads a word." },
    },
    baptiste: {
      name: "Baptiste Ngo", title: "Communication", email: "b.ngo@rousseau-lemaitre.example", phone: "+33 4 55 50 01 24", language: "French",
      roles: ["DAY_TO_DAY", "CHAMPION"], brief: { influence: "medium", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Portfolio website", value: 16_800, currency: "EUR", source: "Recommended by a former client", contractType: "FIXED",
    teams: ["wordpress"], contactOwner: "zoe", owner: "zoe", evidence: "https://files.kestrel-vale.example/contracts/2031-rousseau-lemaitre-signed.pdf",
  },
  pm: "rui", leads: {},
  answers: {
    "client.about": "Schools, kindergartens and timber buildings in the south-east. They win by competitions, and juries look at the website on the evening before.",
    "client.language": "French; documents in English are fine",
    "client.channels": ["mail", "video"],
    "client.cadence": { notApplicable: "They want no regular meetings; Baptiste writes when he needs something." },
    "client.approvals": "Baptiste collects, Madame Rousseau approves alone. She keeps what she says.",
    "commercial.contractReference": "Offer 2031, signed on page 4",
    "commercial.summary": "Fixed price for a portfolio website with five templates and two languages, half at the start and half at launch. Photographs, plans and texts come from them. One training of two hours. Hosting is theirs.",
    "commercial.revisions": 2,
    "purpose.problem": "“Our site shows the practice we were nine years ago. Juries call the old partners.” (Hélène Rousseau)",
    "purpose.trigger": "They are invited to a competition for a school campus, and the jury meets in spring.",
    "purpose.goals": "“In three clicks a juror should be standing in one of our schools.” And: “Baptiste must be able to add a project in half an hour, without calling anybody.”",
    "purpose.success": "A project is published by Baptiste alone in under 30 minutes (today: two days, by a freelancer).\nThe twelve most important projects are online at launch.\nA page of photographs shows its first picture within two seconds on a phone.",
    "purpose.acceptance": "Madame Rousseau looks at the finished staging site for one afternoon and signs, or lists what is missing, within five working days.",
    "purpose.bought": "They believe that we choose the photographs with them. The contract says that they choose.",
    "scope.engagement": "newBuild",
    "scope.inScope": "Five templates: home, projects with filters, project, practice, contact.\nFrench and English.\nImport of twelve projects that Baptiste prepares.\nTraining of two hours, recorded.",
    "scope.outOfScope": "Choosing and editing photographs, translations, a client area, the intranet that was mentioned once.",
    "scope.assumptions": "Pictures arrive ready for the web. Two rounds of changes on the design of the project page, one on the others.",
    "scope.content": "Photographs exist and are excellent; plans have to be redrawn by them. Texts in French are written, the English ones are being translated.",
    "scope.references": "They like sites of museums with a lot of white and one serif typeface.",
    "promises.nextStep": "A mail from their project manager this week, with three times for the first call.",
    "dates.target": { day: 80 }, "dates.targetKind": "soft",
    "dates.targetReason": "The jury meets in spring, and they would like a month of calm before it. They could live with the old site until then.",
    "dates.clientAway": "The office is closed between Christmas and the Epiphany.",
    "technical.migration": NO_TEAMS, "technical.security": NO_TEAMS, "technical.leadPromised": NO_TEAMS,
    "custom.wordpress.theme": "block",
    "custom.wordpress.templates": "Home, projects with filters by use and year, project with gallery and plans, practice with people, contact. Blocks: large picture, pair of pictures, plan, quotation, facts.",
    "custom.wordpress.plugins": "Language plugin (licence bought by us, passed on), forms plugin (free). Nothing else is planned.",
    "custom.wordpress.host": "A managed plan at their provider, PHP 8.3, paid until next autumn",
    "custom.wordpress.staging": true,
    "custom.wordpress.dns": "Baptiste has the registrar's login. Mail stays where it is: the mail records must survive.",
    "custom.wordpress.languages": "French and English, translated by them",
    "custom.wordpress.shop": false,
    "custom.wordpress.care": "us",
    "delivery.topThree": "A jury looks at this site in spring; calm and speed count for more than functions.\nMadame Rousseau decides alone and quickly, but she wants to see it, not read about it.\nThey believe that we choose photographs with them. Say kindly and early that we do not.",
    "delivery.callTimes": "Tuesdays and Thursdays from 14:00, Paris time",
  },
  complexity: {
    integration: "none", migration: "none", security: "none", teams: "one", custom: "some", clarity: "clear", date: "soft", people: "few",
    novelty: "often", size: "small",
  },
  rows: {
    promises: [{
      text: "“Two rounds of changes on the project page are included.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "zoe" },
      toWhom: { contact: "helene" }, saidOn: { day: -20 }, clause: "Offer 2031, page 2", owner: { person: "rui" }, due: { day: 50 },
    }],
    milestones: [{ title: "Design of the project page approved", date: { day: 33 }, kind: "client", payment: false }],
    documents: [{
      title: "Offer 2031, signed", type: "contract", status: "signed", clientSees: true,
      file: { file: "2031-rousseau-lemaitre-signed.pdf", url: "https://files.kestrel-vale.example/contracts/2031-rousseau-lemaitre-signed.pdf" },
    }],
  },
};
