import { NO_TEAMS, type SampleClient } from "../brief";

/** A draft that is almost ready, on a deal that was won by word only: a start at risk (P1.1). */
export const TIDEWATER: SampleClient = {
  client: {
    name: "Tidewater Kayaks", legalName: "Tidewater Kayak Works, Inc.", industry: "Maker of sea kayaks and paddles, 34 people, sells direct and through 40 dealers",
    website: "tidewaterkayaks.example", zone: "America/New_York", country: "United States",
  },
  contacts: {
    ruth: {
      name: "Ruth Abernathy", title: "Owner", email: "ruth@tidewaterkayaks.example", phone: "+1 207 555 0112", language: "English",
      roles: ["DECISION_MAKER", "SPONSOR"],
      brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true, address: "Ruth; answers texts within the hour, mail within the week" },
    },
    dale: {
      name: "Dale Pelletier", title: "Operations", email: "dale@tidewaterkayaks.example", phone: "+1 207 555 0118", language: "English",
      roles: ["DAY_TO_DAY", "TECHNICAL"], brief: { influence: "medium", attitude: "neutral", met: true, firstCall: true, welcome: true },
    },
  },
  deal: {
    name: "Direct-to-paddler store", value: 64_000, currency: "USD", source: "Inbound, after the talk at the outdoor retail fair", contractType: "FIXED",
    teams: ["shopify"], contactOwner: "priscila", owner: "priscila", evidence: "",
  },
  pm: "hannah", leads: { shopify: "daniel" },
  answers: {
    "client.about": "Builds sea kayaks by hand in a former cannery. Ninety boats a month in season; a boat costs as much as a used car, so buyers call three times before they order.",
    "client.language": "English, first names from the first mail",
    "client.channels": ["mail", "phone"],
    "client.whyUs": "We were the only ones who asked about freight. The other agency sent a mood board.",
    "commercial.contractReference": "Statement of work TK-01, waiting for the second signature",
    "commercial.summary": "Fixed price for a new store with a boat configurator made from standard products, freight quotes and dealer look-up. Paid in three parts: start, design, launch. Photographs and texts are theirs. Training for two people is included; advertising is not.",
    "commercial.payment": "40 % at the start, 30 % when the design is approved, 30 % two weeks after launch.",
    "purpose.problem": "“People drive six hours to sit in a boat, love it, go home and cannot give us their money.” (Ruth)",
    "purpose.goals": "“By the first warm weekend a paddler can choose a boat, see the freight to their door and put down a deposit without calling Dale.” (Ruth)",
    "purpose.success": "Deposits taken online: none today, thirty a month by May.\nCalls about freight: about fifteen a day in season, under three.\nNo boat sold twice: stock in the store equals the stock on the floor every morning.",
    "purpose.acceptance": "Ruth and Dale place five test orders each on the preview store; they approve in writing within seven days.",
    "scope.engagement": "newBuild",
    "scope.inScope": "Theme with seven templates on a base theme.\n62 products with up to 90 variants (hull, deck colour, outfitting).\nFreight quotes by postcode through the carrier's app.\nDeposits of 20 % at checkout, balance by invoice.\nDealer look-up with a map.",
    "scope.outOfScope": "Photographs and films, texts, advertising, dealer ordering (talked about, planned for next winter), rental bookings.",
    "scope.assumptions": "Product data comes as one complete spreadsheet. The freight carrier opens its rate interface for us. One round of changes per template.",
    "scope.clientProvides": "Spreadsheet of products by {+18}, photographs of the new decks by {+25}, account with the freight carrier.",
    "scope.content": "Texts exist from the printed catalogue and are good. Photographs of the new deck colours are being taken.",
    "promises.nextStep": "A short call with the person who will run it, before Ruth leaves for the boat show.",
    "dates.target": { day: 96 }, "dates.targetKind": "hard",
    "dates.targetReason": "The season opens with the first warm weekends; half of the year's boats are ordered in eight weeks from then.",
    "dates.review": { day: 30 },
    "technical.summary": "New store on a base theme. Variants beyond the usual limit are split into linked products. Freight comes from the carrier's app, which has never been used for parcels of five metres; this is the one thing to try first.",
    "technical.migration": NO_TEAMS,
    "technical.security": NO_TEAMS,
    "technical.leadPromised": { teams: ["shopify"] },
    "custom.shopify.plan": "grow",
    "custom.shopify.theme": "Base theme of the platform, own sections for boats and outfitting",
    "custom.shopify.templates": "Home, boat, outfitting, accessories, dealer map, story, help. Sections: comparison of boats, size guide, deposit explained.",
    "custom.shopify.markets": "United States in dollars; Canada in dollars from the second year. English only.",
    "custom.shopify.products": "62 products, about 2 100 variants once they are split",
    "custom.shopify.productData": "spreadsheets",
    "custom.shopify.apps": "Freight quotes (about 49 dollars a month), deposits (29), dealer map (15). Ruth has agreed to all three in writing.",
    "custom.shopify.payments": ["shopify", "paypal"],
    "custom.shopify.b2b": false,
    "delivery.topThree": "The contract is not signed by the second partner yet: it starts at risk.\nFreight of long boats is what makes or breaks the store; try it in week one.\nRuth decides by phone, Dale wants it in writing. Do both.",
    "delivery.callTimes": "Mornings before ten, eastern time; never on Fridays",
  },
  complexity: {
    integration: "standard", migration: "none", security: "none", teams: "one", custom: "some", clarity: "partly", date: "tight", people: "one",
    novelty: "once", size: "medium",
  },
  rows: {
    promises: [
      {
        text: "“You will see real freight prices to your own address before you pay the second part.”", type: "scope", contract: "IN_CONTRACT",
        byWhom: { person: "priscila" }, toWhom: { contact: "ruth" }, saidOn: { day: -12 }, clause: "Statement of work, 3.2",
        owner: { person: "hannah" }, due: { day: 40 },
      },
      {
        text: "“Daniel, who leads the team, will look at the freight question himself.”", type: "person", contract: "TO_RENEGOTIATE",
        byWhom: { person: "priscila" }, toWhom: { contact: "dale" }, saidOn: { day: -9 }, where: "Phone call", owner: { person: "daniel" },
      },
    ],
    integrations: [{
      system: "Freight carrier's rate app", team: { team: "shopify" }, direction: "in", kind: "standard", neededAtGoLive: true,
      data: "A quote per order, by postcode and length of the parcel", owner: { contact: "dale" },
    }],
    risks: [{
      text: "The carrier's app refuses parcels longer than three metres.", category: "technical", severity: "high", probability: "medium",
      mitigation: "Try it with a real address in the first week; fall back to a table of zones.", trigger: "The test quote comes back empty",
      owner: { person: "hannah" }, due: { day: 12 },
    }],
    openItems: [{
      text: "Who at the second partner's office returns the signed contract?", suggestion: "Ruth's lawyer, Mr Coombs; she said he has it on his desk.",
      owner: { person: "priscila" }, due: { day: 5 }, risk: "The start at risk expires", status: "asked",
    }],
  },
};
