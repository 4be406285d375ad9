import type { SampleClient } from "../brief";

/** Returned, with points for the seller to mend: some of these answers are thin on purpose. */
export const FIGUEIRA: SampleClient = {
  client: {
    name: "Casa Figueira", legalName: "Casa Figueira, Azeites e Conservas, Lda.", industry: "Olive oil and tinned fish, family-owned, 45 people",
    website: "casafigueira.example", zone: "Europe/Lisbon", country: "Portugal",
  },
  contacts: {
    leonor: {
      name: "Leonor Figueira", title: "Managing director", email: "leonor@casafigueira.example", phone: "+351 21 555 0170", language: "Portuguese, English",
      roles: ["DECISION_MAKER"], brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true },
    },
    duarte: {
      name: "Duarte Simões", title: "Online sales", email: "duarte@casafigueira.example", phone: "+351 21 555 0175", language: "Portuguese",
      roles: ["DAY_TO_DAY"], brief: { influence: "low", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Move the shop, and open it to restaurants", value: 54_000, currency: "EUR", source: "Food fair in Lisbon", contractType: "FIXED",
    teams: ["shopify"], contactOwner: "tomas", owner: "tomas", evidence: "https://files.kestrel-vale.example/contracts/2025-figueira-signed.pdf",
  },
  pm: "hannah", leads: { shopify: "daniel" },
  answers: {
    "client.about": "Presses its own oil and packs fish of two harbours. A third of the business is Christmas boxes; restaurants order by phone.",
    "client.language": "Portuguese with Duarte, English with Leonor",
    "commercial.contractReference": "C-2025",
    "commercial.summary": "Fixed price for moving the shop from WooCommerce and for a price list for restaurants. Three payments. Photographs are theirs.",
    "commercial.payment": "Three equal parts: start, preview, launch.",
    "purpose.problem": "“In December the shop falls over twice a day, and in January nobody dares to touch it.” (Leonor)",
    "purpose.goals": "“A December without a single night shift.” And: “Restaurants order by themselves, from their own list.” (Leonor Figueira)",
    "purpose.success": "More orders from restaurants. A faster shop.",
    "purpose.acceptance": "Leonor and Duarte test for a week.",
    "scope.engagement": "migration",
    "scope.inScope": "New theme, products, customers and orders of three years.\nPrices for restaurants.\nGift boxes that are packed by hand.",
    "scope.outOfScope": "Photographs, the shop in Porto, deliveries outside of Portugal and Spain.",
    "scope.assumptions": "Duarte cleans the product data before the move.",
    "scope.content": "Texts in Portuguese are finished, Spanish ones come from their importer.",
    "dates.target": { day: 60 }, "dates.targetKind": "hard", "dates.targetReason": "They want to be ready for Easter.",
    "technical.summary": "WooCommerce with 40 plugins to Shopify. 380 products, gift boxes made of them, and a price list per group of restaurants. Invoices come from the accounting software.",
    "technical.migration": { teams: ["shopify"] },
    "technical.migrationDetail": "380 products, 21 000 customers, 64 000 orders.",
    "technical.security": { teams: [] },
    "technical.leadPromised": { teams: [] },
    "custom.shopify.store": "casa-figueira.myshopify.example, trial opened by Duarte",
    "custom.shopify.plan": "grow",
    "custom.shopify.theme": "A bought theme, adapted",
    "custom.shopify.templates": "Home, product, gift box, recipe, restaurant list, help.",
    "custom.shopify.markets": "Portugal and Spain in euro; Portuguese and Spanish.",
    "custom.shopify.products": "380 products, 520 variants",
    "custom.shopify.productData": "shopify",
    "custom.shopify.apps": "Gift boxes (39 euro a month), restaurant prices (to be chosen).",
    "custom.shopify.payments": ["shopify", "paypal", "other"],
    "custom.shopify.tax": "Reduced rate for oil, normal rate for boxes with wine; their accountant, Mr Pinho, has the list.",
    "custom.shopify.erp": "Invoices are written by the accounting software from a daily file.",
    "custom.shopify.b2b": true,
    "custom.shopify.b2bDetail": "About 260 restaurants in four price groups, invoice within 30 days.",
    "custom.shopify.oldShop": ["products", "customers", "orders"],
    "delivery.topThree": "Easter, and after that Christmas, are what everything is measured by.\nLeonor decides, and travels a lot.\nDuarte is alone with the shop and has no time in the last week of a month.",
  },
  complexity: {
    integration: "standard", migration: "large", security: "none", teams: "one", custom: "some", clarity: "partly", date: "hard", people: "one",
    novelty: "often", size: "medium",
  },
  rows: {
    promises: [
      {
        text: "“Restaurants will see their own prices from the first day.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "tomas" },
        toWhom: { contact: "leonor" }, saidOn: { day: -18 }, clause: "Contract, 2.4", owner: { person: "hannah" }, due: { day: 60 },
      },
      {
        text: "“We will also look at the shop in Porto while we are at it.”", type: "scope", byWhom: { person: "tomas" }, toWhom: { contact: "leonor" },
        saidOn: { day: -14 }, where: "Lunch in Lisbon",
      },
    ],
    integrations: [{
      system: "Accounting software, daily file", team: { team: "shopify" }, direction: "out", kind: "standard", neededAtGoLive: true, data: "Orders of the day",
    }],
    risks: [{ text: "Product data is not clean in time: Duarte is alone.", category: "people", severity: "medium", probability: "high", owner: { person: "hannah" } }],
    openItems: [{
      text: "Which app keeps the prices for restaurants?", suggestion: "The platform's own catalogues, if their plan allows four price groups.",
      owner: { person: "tomas" }, due: { day: 8 }, status: "open",
    }],
  },
};
