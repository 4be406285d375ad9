import { NO_TEAMS, type SampleClient } from "../brief";

/** In delivery: one promise kept, one broken, one still open. */
export const MARISOL: SampleClient = {
  client: {
    name: "Marisol Wellness", legalName: "Marisol Wellness Group, LLC", industry: "Day spas and skin care, nine houses in Florida and Georgia",
    website: "marisolwellness.example", zone: "America/New_York", country: "United States",
  },
  contacts: {
    yolanda: {
      name: "Yolanda Peña", title: "Founder", email: "yolanda@marisolwellness.example", phone: "+1 305 555 0121", language: "English, Spanish",
      roles: ["DECISION_MAKER", "SPONSOR"], brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true, watchOuts: "Decides fast, and changes her mind once. Wait a day before you build it." },
    },
    kendra: {
      name: "Kendra Osei", title: "E-commerce manager", email: "kendra@marisolwellness.example", phone: "+1 305 555 0127", language: "English",
      roles: ["DAY_TO_DAY", "CHAMPION"], brief: { influence: "medium", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
    bill: {
      name: "Bill Tran", title: "Controller", email: "ap@marisolwellness.example", phone: "+1 305 555 0129", language: "English", roles: ["BILLING"],
      brief: { influence: "low", attitude: "neutral", met: false, firstCall: false },
    },
  },
  deal: {
    name: "Skin-care store with subscriptions", value: 88_400, currency: "USD", source: "Inbound, from a search", contractType: "FIXED",
    teams: ["shopify"], contactOwner: "priscila", owner: "marcus", evidence: "https://files.kestrel-vale.example/contracts/2011-marisol-signed.pdf",
  },
  pm: "hannah", leads: { shopify: "daniel" },
  answers: {
    "client.about": "Nine spas that mix their own creams. Guests buy a jar at the desk and then cannot find it again; online sales run through a market place that keeps the customer's name.",
    "client.language": "English; Yolanda likes a word in Spanish",
    "client.channels": ["mail", "video", "chat"],
    "client.cadence": "Twenty minutes each Tuesday with Kendra; a one-page review with Yolanda every month.",
    "client.whyUs": "We told her that subscriptions fail when they cannot be paused. Nobody else had.",
    "commercial.contractReference": "SOW 2011, signed by both",
    "commercial.summary": "Fixed price for the store with subscriptions, the move from the old store and training at two houses. Paid in four parts. Photographs are theirs, mail campaigns are not included, support after launch is a contract of its own.",
    "commercial.payment": "25 % each: start, design, preview, launch.",
    "commercial.invoicing": "By mail to Bill Tran, with the purchase order on the first line, or it comes back.",
    "commercial.billingContact": { contact: "bill" },
    "purpose.problem": "“I know every guest by name, until she goes home.” (Yolanda Peña)",
    "purpose.trigger": "The market place raises its share in spring.",
    "purpose.goals": "“A guest who loves a cream in the spa gets the second jar at home before the first is empty.” (Yolanda)",
    "purpose.success": "Subscriptions: none today, 800 six months after launch.\nShare of online sales in their own store: 12 % today, 60 %.\nA subscription is paused by the guest herself in under a minute.",
    "purpose.acceptance": "Kendra tests 35 cases on the preview; Yolanda orders a jar from her own phone. Seven days.",
    "scope.engagement": "newBuild",
    "scope.inScope": "Store with nine templates.\nSubscriptions with pause and swap.\n140 products, 46 000 customers and their orders of two years.\nSkin test with eight questions.\nTraining at two houses.",
    "scope.outOfScope": "Spa bookings, gift cards of the houses, mail campaigns, photographs.",
    "scope.assumptions": "One app for subscriptions, no code of our own in the checkout. The market place exports customers who agreed.",
    "scope.clientProvides": "Photographs of all jars, the questions of the skin test, approval by their lawyer of the texts about effects.",
    "scope.content": "Photographs are new and very good. Texts about effects have to pass their lawyer.",
    "promises.nextStep": "The plan for the weeks until the preview.",
    "dates.target": { day: 52 }, "dates.targetKind": "hard",
    "dates.targetReason": "The market place raises its share on the first of the following month.",
    "technical.summary": "New store on a base theme, one app for subscriptions, one for the skin test. Customers move with their orders; passwords do not, so everybody gets a mail. Nothing unusual but the volume of the first mail.",
    "technical.migration": { teams: ["shopify"] },
    "technical.migrationDetail": "46 000 customers with orders of two years, from the old store. Customers of the market place only where they agreed.",
    "technical.security": NO_TEAMS, "technical.leadPromised": NO_TEAMS,
    "custom.shopify.plan": "advanced",
    "custom.shopify.theme": "Base theme of the platform, own sections",
    "custom.shopify.templates": "Home, collection, product, skin test, routine, subscription, house, story, help.",
    "custom.shopify.markets": "United States in dollars, English and Spanish.",
    "custom.shopify.products": "140 products, 310 variants",
    "custom.shopify.productData": "shopify",
    "custom.shopify.apps": "Subscriptions (99 dollars a month and 1 %), skin test (49), reviews (15). Agreed with Bill.",
    "custom.shopify.payments": ["shopify", "paypal"],
    "custom.shopify.tax": "Florida and Georgia registered; the platform calculates, Bill Tran confirms the rates.",
    "custom.shopify.erp": "Orders go to the warehouse service every fifteen minutes; it is right for stock.",
    "custom.shopify.b2b": false,
    "custom.shopify.oldShop": ["products", "customers", "orders", "reviews"],
    "delivery.topThree": "Pausing a subscription must be easy; it is why she chose us.\nTexts about effects wait for a lawyer. Ask for them first.\nYolanda changes her mind once. Wait a day.",
    "delivery.callTimes": "Tuesdays 10 to 12, eastern time",
    "delivery.checkIn": { day: 20 },
  },
  complexity: {
    integration: "standard", migration: "large", security: "some", teams: "one", custom: "some", clarity: "partly", date: "hard", people: "few",
    novelty: "often", size: "large",
  },
  rows: {
    promises: [
      {
        text: "“You see a first design within ten working days.”", type: "date", contract: "IN_CONTRACT", byWhom: { person: "priscila" },
        toWhom: { contact: "yolanda" }, saidOn: { day: -40 }, clause: "SOW 2011, 5.1", owner: { person: "hannah" }, due: { day: -14 },
      },
      {
        text: "“Kendra gets an answer on the same day.”", type: "sla", contract: "TO_RENEGOTIATE", byWhom: { person: "marcus" }, toWhom: { contact: "kendra" },
        saidOn: { day: -36 }, where: "Dinner after the signing", owner: { person: "hannah" }, due: { day: -4 },
      },
      {
        text: "“Guests pause a subscription themselves, in one minute.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "priscila" },
        toWhom: { contact: "yolanda" }, saidOn: { day: -40 }, clause: "SOW 2011, 2.3", owner: { person: "hannah" }, due: { day: 52 },
      },
    ],
    integrations: [{
      system: "Warehouse service", team: { team: "shopify" }, direction: "both", kind: "standard", neededAtGoLive: true, data: "Orders and stock, every fifteen minutes",
      owner: { contact: "kendra" },
    }],
    deliverables: [
      { text: "Store with nine templates", clause: "SOW 2011, 2.1", owner: { person: "hannah" }, due: { day: 24 }, acceptance: "Kendra, on the preview" },
      { text: "Subscriptions with pause and swap", clause: "SOW 2011, 2.3", owner: { person: "daniel" }, due: { day: 45 }, acceptance: "Yolanda orders a jar from her own phone" },
      { text: "Training at two houses", clause: "SOW 2011, 2.6", owner: { person: "hannah" }, due: { day: 50 } },
    ],
    measures: [
      { metric: "Running subscriptions", baseline: "none", target: "800, six months after launch", useCase: "The second jar before the first is empty", rank: 1 },
      { metric: "Share of online sales in their own store", baseline: "12 %", target: "60 %", useCase: "Leaving the market place", rank: 2 },
    ],
    access: [
      { system: "Old store", level: "Staff account that may export customers and orders", requested: { day: -22 }, received: { day: -19 }, kept: "Team vault, entry “Marisol old store”", owner: { person: "daniel" }, from: { contact: "kendra" } },
      { system: "DNS of marisolwellness.example", level: "Two records, set by their provider on a ticket", requested: { day: -6 }, owner: { person: "daniel" }, from: { contact: "kendra" } },
    ],
    ourPeople: [
      { name: "Marcus, sales manager", roles: ["salesManager", "escalation"], decides: "Anything beyond the price, up to 5 %", knows: "Has known Yolanda for six years.", reach: "By phone, any evening" },
    ],
    milestones: [{ title: "Preview store for the houses", date: { day: 24 }, kind: "client", payment: true, owner: { person: "hannah" } }],
    risks: [{
      text: "The lawyer takes longer with the texts about effects than the design does.", category: "legal", severity: "medium", probability: "high",
      mitigation: "Launch with the texts of the ten jars that sell most.", owner: { person: "hannah" }, due: { day: 10 },
    }],
  },
};
