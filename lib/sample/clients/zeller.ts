import { NO_TEAMS, type SampleClient } from "../brief";

/** Submitted at risk, then withdrawn by sales: the client was bought before it signed. */
export const ZELLER: SampleClient = {
  client: {
    name: "Papierhaus Zeller", legalName: "Papierhaus Zeller AG", industry: "Stationery and fine paper, five shops, 70 people",
    website: "papierhaus-zeller.example", zone: "Europe/Zurich", country: "Switzerland",
  },
  contacts: {
    regula: {
      name: "Regula Zeller", title: "Managing director", email: "r.zeller@papierhaus-zeller.example", phone: "+41 44 555 0220", language: "German",
      roles: ["DECISION_MAKER"], brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
    nadir: {
      name: "Nadir Haddad", title: "Online shop", email: "n.haddad@papierhaus-zeller.example", phone: "+41 44 555 0224", language: "German, French",
      roles: ["DAY_TO_DAY", "TECHNICAL"], brief: { influence: "medium", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "New shop with engraving", value: 61_500, currency: "CHF", source: "Inbound, by phone", contractType: "FIXED",
    teams: ["shopify"], contactOwner: "zoe", owner: "zoe", evidence: "",
  },
  pm: "rui", leads: { shopify: "daniel" },
  answers: {
    "client.about": "Sells pens that are given at retirements. Every second pen is engraved; the shop cannot say so, and people call.",
    "client.language": "German, formal",
    "commercial.contractReference": "Contract C-2014, waiting for the second signature",
    "commercial.summary": "Fixed price for the shop with an engraving preview and the move from the old one, in three parts. Tills in the five shops stay as they are.",
    "purpose.goals": "“Whoever gives a pen sees the name on it before paying.” (Regula Zeller)",
    "purpose.success": "Engraved pens sold online: 40 a month now by phone, 200 by summer.\nReturns because of a misspelt name: under 1 %.",
    "purpose.acceptance": "Nadir tests with a list of 25 cases, Ms Zeller approves within a week.",
    "scope.engagement": "migration",
    "scope.inScope": "Shop with eight templates.\nEngraving with preview, three typefaces.\nMove of 4 800 products and 12 000 customers.",
    "scope.outOfScope": "Tills, orders of the past, photographs, French texts.",
    "scope.assumptions": "Fonts for engraving are licensed by them. Engraving machines take a file per order.",
    "scope.content": "Photographs exist for two thirds of the articles.",
    "dates.target": { day: 85 }, "dates.targetKind": "soft", "dates.targetReason": "Retirements are given in early summer.",
    "technical.summary": "Usual shop, with a preview that is drawn in the browser and a file for the engraving machine that is made when the order is paid.",
    "technical.migration": { teams: ["shopify"] },
    "technical.migrationDetail": "4 800 products and 12 000 customers from the old shop; orders stay behind.",
    "technical.security": NO_TEAMS, "technical.leadPromised": NO_TEAMS,
    "custom.shopify.store": "papierhaus-zeller.myshopify.example",
    "custom.shopify.plan": "grow",
    "custom.shopify.theme": "A bought theme, adapted; own section for engraving",
    "custom.shopify.templates": "Home, collection, product, engraving, shops, story, help, gift finder.",
    "custom.shopify.markets": "Switzerland in francs, German at the start.",
    "custom.shopify.products": "4 800 products, 6 100 variants",
    "custom.shopify.productData": "erp",
    "custom.shopify.apps": "None but reviews (15 francs a month).",
    "custom.shopify.payments": ["shopify", "invoice", "other"],
    "custom.shopify.tax": "Swiss rates only; Ms Zeller's trustee confirms.",
    "custom.shopify.erp": "Stock comes from the till system every hour by a file.",
    "custom.shopify.b2b": false,
    "custom.shopify.oldShop": ["products", "customers"],
    "delivery.topThree": "The engraving preview is what they buy; the rest is a usual shop.\nMs Zeller signs herself and answers on the same day.\nThe till system is fragile. Take the file, and nothing else.",
  },
  complexity: {
    integration: "standard", migration: "large", security: "none", teams: "one", custom: "some", clarity: "clear", date: "soft", people: "one",
    novelty: "once", size: "medium",
  },
  rows: {
    promises: [{
      text: "“The name is shown in the typeface in which it is engraved.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "zoe" },
      toWhom: { contact: "regula" }, saidOn: { day: -38 }, clause: "Contract C-2014, 2.1", owner: { person: "rui" },
    }],
    integrations: [{
      system: "Till system, hourly file", team: { team: "shopify" }, direction: "in", kind: "standard", neededAtGoLive: true, data: "Stock of the main shop",
    }],
  },
};
