import type { SampleClient } from "../brief";

/** Submitted, complex, and waiting for three keys past its clock. */
export const HALVORSEN: SampleClient = {
  client: {
    name: "Halvorsen Marine Supply", legalName: "Halvorsen Skipsutstyr AS", industry: "Ship chandler and marine equipment, 180 people, four warehouses",
    website: "halvorsen-marine.example", zone: "Europe/Oslo", country: "Norway",
  },
  contacts: {
    ingrid: {
      name: "Ingrid Halvorsen", title: "Chief executive", email: "ingrid@halvorsen-marine.example", phone: "+47 55 50 11 30", language: "English",
      roles: ["SPONSOR", "DECISION_MAKER"],
      brief: { influence: "high", attitude: "champion", met: true, firstCall: true, welcome: true, watchOuts: "Third generation; the words “legacy system” hurt." },
    },
    oyvind: {
      name: "Øyvind Sætre", title: "Head of digital", email: "oyvind@halvorsen-marine.example", phone: "+47 55 50 11 37", language: "English",
      roles: ["DAY_TO_DAY", "TECHNICAL"], brief: { influence: "high", attitude: "supportive", met: true, firstCall: true, welcome: true },
    },
    marit: {
      name: "Marit Brekke", title: "Warehouse manager", email: "marit@halvorsen-marine.example", phone: "+47 55 50 11 52", language: "Norwegian, English",
      roles: ["SCEPTIC"], brief: { influence: "medium", attitude: "sceptical", met: false, firstCall: false, watchOuts: "Has seen two projects fail. Ask her about the second one; she will help afterwards." },
    },
  },
  deal: {
    name: "Shop for ship's crews, tied to the ERP", value: 1_180_000, currency: "NOK", source: "Public call for offers", contractType: "FIXED",
    teams: ["shopify", "integration"], contactOwner: "jonas", owner: "zoe", evidence: "https://files.kestrel-vale.example/contracts/2017-halvorsen-signed.pdf",
  },
  pm: "miriam", leads: { shopify: "daniel", integration: "arjun" },
  answers: {
    "client.about": "Sells rope, paint, lamps, tools and provisions to ships that stay in port for a night. Orders come by mail, by phone and on paper, often at two in the morning.",
    "client.language": "English; Norwegian in the warehouse",
    "client.channels": ["mail", "video", "chat"],
    "client.cadence": "Half an hour every Wednesday with Øyvind; a page for the board on the last Friday of the month.",
    "client.approvals": "Øyvind approves everything up to the go-live; the go-live itself is Ingrid's.",
    "client.escalation": "Øyvind's mobile at any hour in the week before the go-live.",
    "client.whyUs": "We drew the stock problem on one page in the second meeting. The others showed their references.",
    "client.previousVendor": "A vendor built a shop that read the stock once a night; forty orders a week could not be delivered. It was switched off after five months.",
    "commercial.contractReference": "HMS-2017, both parts signed",
    "commercial.summary": "Fixed price for shop and connection to the ERP in two phases, paid by milestones. Crews order by vessel account, on credit. The ERP's vendor has a contract of its own with them. Texts and product data are theirs; hosting of the connection for one year is included.",
    "commercial.payment": "25 % at the start, 25 % when stock is live on the test system, 30 % at go-live, 20 % after the first full month.",
    "commercial.sla": "The connection is watched on working days, and for the first month at weekends, too. Reply within two hours when orders stop.",
    "commercial.specialTerms": "Seven per cent off for the right to name them as a reference.",
    "purpose.problem": "“A ship stays for nine hours. If we say yes and the lamp is not there, the lamp sails without us.” (Ingrid Halvorsen)",
    "purpose.trigger": "The largest shipping company on their list wants to order by shop from next season, or somewhere else.",
    "purpose.goals": "“A second officer orders at two in the morning from a phone, and what the screen says is on the shelf.” (Ingrid) “I want to stop typing orders twice.” (Øyvind)",
    "purpose.success": "Orders that cannot be delivered: 11 % today, under 1 % three months after go-live.\nOrders typed by hand: 300 a week today, under 60.\nStock in the shop is never older than two minutes during port hours.",
    "purpose.acceptance": "Øyvind runs his list of 44 cases on the test system with real vessel accounts; ten working days, in writing.",
    "scope.engagement": "newBuild",
    "scope.inScope": "Shop with vessel accounts, credit limits and order templates.\nStock and prices per customer from the ERP, orders and returns to the ERP.\nSearch by the article numbers of three manufacturers.\nGo-live support for four weekends.",
    "scope.outOfScope": "The warehouse's hand scanners, the printed catalogue, payment by card, other languages than English and Norwegian.",
    "scope.assumptions": "The ERP's vendor delivers the stock interface on the test system by {+20}. Article data is complete for the 9 000 articles that are sold most.",
    "scope.clientProvides": "Access to the ERP's test system, 20 real vessel accounts for the test, photographs of the first 9 000 articles.",
    "scope.thirdParties": "The ERP's vendor, Fjordata: stock interface on the test system by {+20}. If they are late, the first phase starts with the file that is exported every ten minutes.",
    "scope.content": "Article texts come from the manufacturers by the ERP. Photographs of 9 000 articles exist; two students take the rest in the warehouse.",
    "scope.changes": "A new field from the ERP is in; a new table is a change.",
    "promises.nextStep": "A plan for the test system, before Fjordata's sprint is closed.",
    "dates.start": { day: 6 }, "dates.target": { day: 130 }, "dates.targetKind": "hard",
    "dates.targetReason": "The shipping company decides about its supplier for the season a week later.",
    "dates.review": { day: 28 },
    "dates.leadTimes": "Fjordata plans in sprints of three weeks and answers tickets within four working days.",
    "technical.summary": "Shop on the platform's plan for companies, connected to an ERP of 2014 that is well kept and slow. Prices per customer cannot be calculated outside of the ERP, so the shop asks for them and keeps the answer for ten minutes. The hard part is stock at the moment of ordering: a reservation in the ERP, with a time limit.",
    "technical.stack": "ERP: Fjordata Trade 9 with a SOAP interface. Mail orders are read by a service of their own. No PIM.",
    "technical.migration": { teams: ["shopify"] },
    "technical.migrationDetail": "2 300 vessel accounts with addresses and credit limits from the ERP; about 300 are ships that were scrapped. Order history of two years, read only.",
    "technical.security": { teams: ["integration"] },
    "technical.securityDetail": "The ERP stands in their own house and can be reached by VPN only. Their insurer asks for a penetration test of the connection before go-live.",
    "technical.leadPromised": { teams: ["integration"] },
    "technical.knownIssues": "The ERP's stock figure ignores what lies in the packing area for up to an hour.",
    "technical.openQuestions": "May we reserve stock through the SOAP interface, or only read it? Fjordata says yes, and has never done it.",
    "technical.estimate": "Arjun and Daniel: 620 to 780 hours, if reservations work as documented; 120 more if they do not.",
    "custom.shopify.plan": "plus",
    "custom.shopify.theme": "Own theme, made for small screens and gloves",
    "custom.shopify.templates": "Home for a signed-in vessel, list, article, quick order by number, order template, cart, account. Sections: remaining credit, time until the boat leaves.",
    "custom.shopify.markets": "Norway in kroner; foreign ships are invoiced in dollars by the ERP. English and Norwegian.",
    "custom.shopify.products": "41 000 articles, 9 000 of them with pictures at the start",
    "custom.shopify.productData": "erp",
    "custom.shopify.apps": "Search with article numbers (299 dollars a month, agreed). Nothing else.",
    "custom.shopify.payments": ["invoice"],
    "custom.shopify.tax": "Deliveries to foreign ships are free of tax; the ERP decides by the vessel's flag, and their accountant has confirmed the table.",
    "custom.shopify.erp": "The ERP is right for stock, price and credit; the shop is right for the cart. Orders have to arrive within one minute.",
    "custom.shopify.b2b": true,
    "custom.shopify.b2bDetail": "Only companies buy. Each vessel is an account below its shipping company; the credit limit belongs to the company, the captain approves above 50 000 kroner.",
    "custom.shopify.oldShop": ["customers", "orders"],
    "custom.integration.flows": "ERP -> shop: stock, every minute. ERP -> shop: prices per customer, on request. Shop -> ERP: reservation, order, return. ERP -> shop: delivery note, invoice number.",
    "custom.integration.record": "Article, price, stock, credit: ERP. Cart and order template: shop. Vessel and person: ERP, typed in the shop and confirmed there.",
    "custom.integration.volumes": "400 orders on a usual day, 1 100 before the herring season; 41 000 articles; 15 000 price requests a day.",
    "custom.integration.latency": "seconds",
    "custom.integration.platform": "ours",
    "custom.integration.auth": "ERP: certificate and VPN, granted by Fjordata on a ticket by Øyvind. Shop: an app of our own.",
    "custom.integration.errors": "An order that fails is repeated for five minutes, then the night desk gets a call, and the order a red mark. Stock that cannot be read closes the button, it never guesses.",
    "custom.integration.sandbox": "The ERP has a test system with data of last month. The shop has a development store.",
    "custom.integration.monitoring": "We watch for the first year, by contract; afterwards their own service desk.",
    "custom.integration.personalData": "Names and mobile numbers of officers, kept in Norway and in the platform's European region.",
    "delivery.topThree": "Stock must be true at the moment of the order: this is the whole project.\nEverything waits for Fjordata's test interface; the fallback is written down in the contract.\nMarit in the warehouse does not believe us yet. Win her, and the go-live is easy.",
    "delivery.sensitivities": "Do not call the ERP old. Ingrid's father chose it.",
    "delivery.callTimes": "Any weekday from 9 to 15, Oslo time",
  },
  complexity: {
    integration: "several", migration: "large", security: "strict", teams: "two", custom: "most", clarity: "partly", date: "hard", people: "few",
    novelty: "once", size: "large",
  },
  rows: {
    promises: [
      {
        text: "“If the screen says that it is there, it is there.”", type: "sla", contract: "IN_CONTRACT", byWhom: { person: "jonas" },
        toWhom: { contact: "ingrid" }, saidOn: { day: -40 }, clause: "Contract HMS-2017, annex C, 1.1", owner: { person: "miriam" }, due: { day: 130 },
      },
      {
        text: "“Arjun, who leads our integration team, comes to the first call.”", type: "person", contract: "DECLINED", byWhom: { person: "jonas" },
        toWhom: { contact: "oyvind" }, saidOn: { day: -33 }, where: "Second meeting", owner: { person: "arjun" },
      },
      {
        text: "“Four weekends of support after the go-live are part of the price.”", type: "scope", contract: "IN_CONTRACT", byWhom: { person: "zoe" },
        toWhom: { contact: "ingrid" }, saidOn: { day: -21 }, clause: "Contract HMS-2017, 7.3", owner: { person: "miriam" }, due: { day: 160 },
      },
    ],
    integrations: [
      {
        system: "Fjordata Trade 9", team: { team: "integration" }, direction: "both", kind: "custom", neededAtGoLive: true,
        data: "Stock, prices, credit, orders, returns", owner: { contact: "oyvind" }, documentation: "https://docs.fjordata.example/trade/9/soap",
      },
      {
        system: "Carrier for harbour deliveries", team: { team: "integration" }, direction: "out", kind: "custom", neededAtGoLive: false,
        data: "Labels and times, about 120 a day", owner: { contact: "marit" },
      },
    ],
    measures: [
      { metric: "Orders that could not be packed as placed", baseline: "9 of 100", target: "fewer than 1 of 100", date: { day: 150 }, useCase: "Ordering from the vessel", rank: 1 },
      { metric: "Calls at the night desk about stock", baseline: "about 60 a night", target: "fewer than 15", date: { day: 150 }, useCase: "Knowing before asking", rank: 2 },
    ],
    acceptance: [
      {
        criterion: "An article that the shop shows as in stock is reserved in the ERP within one minute of the order.", evidence: "200 test orders on the ERP's test system",
        approver: { contact: "oyvind" }, window: 10, rework: "Two rounds are part of the price",
      },
      { criterion: "A captain orders from a template on a phone with gloves on.", evidence: "Marit's people, in the packing hall", approver: { contact: "marit" }, window: 5 },
    ],
    dependencies: [
      {
        text: "Access to the stock interface on the test system", category: "thirdParty", owner: "Fjordata, product team", due: { day: 20 },
        impact: "The first phase starts with the ten-minute file",
      },
      { text: "Pictures and dangerous-goods classes of the 9 000 articles that sell most", category: "client", owner: "Øyvind's team", due: { day: 60 }, impact: "These articles are listed without a picture" },
    ],
    access: [
      {
        system: "Fjordata Trade 9, test system", level: "Interface account for stock, prices and orders", requested: { day: -9 }, kept: "Team vault, entry “Halvorsen ERP test”",
        owner: { person: "arjun" }, from: { contact: "oyvind" },
      },
      { system: "VPN into their house", level: "Two certificates, for Arjun and Daniel", requested: { day: -9 }, received: { day: -7 }, kept: "On the two machines only", owner: { person: "arjun" }, from: { contact: "oyvind" } },
      { system: "Shopify development store", level: "Owner", received: { day: -8 }, kept: "Team vault, entry “Halvorsen shop”", owner: { person: "daniel" } },
    ],
    estimates: [
      { part: "Stock and reservation", low: 180, likely: 230, high: 350, author: "Arjun", reviewer: "Daniel", approved: { day: -22 }, assumptions: "Reservations work through the interface as documented; 120 hours more if they do not." },
      { part: "Shop", low: 300, likely: 340, high: 400, author: "Daniel", reviewer: "Arjun", approved: { day: -22 }, assumptions: "No change to the checkout of the platform." },
    ],
    milestones: [
      { title: "Stock is live on the test system", date: { day: 48 }, kind: "client", payment: true, owner: { person: "miriam" } },
      { title: "Penetration test passed", date: { day: 108 }, kind: "client", payment: false, owner: { person: "arjun" } },
    ],
    risks: [
      {
        text: "Fjordata delivers the stock interface late.", category: "date", severity: "high", probability: "high",
        evidence: "Their last two releases came three weeks late.", mitigation: "Start with the ten-minute file, and keep it as the fallback.",
        trigger: "No test access by {+14}", owner: { person: "miriam" }, due: { day: 14 },
      },
      {
        text: "Reserving stock through the interface does not work as documented.", category: "technical", severity: "high", probability: "medium",
        mitigation: "Try it in the first week, before anything else is built.", owner: { person: "arjun" }, due: { day: 12 },
      },
    ],
    openItems: [{
      text: "Who pays Fjordata for their hours during the tests?", suggestion: "The client, up to 40 hours; Øyvind said so in the last meeting.",
      owner: { person: "jonas" }, due: { day: 9 }, risk: "The tests stop after a day", status: "asked",
    }],
    documents: [{
      title: "Contract HMS-2017 with annexes", type: "contract", status: "signed", mandatory: false, clientSees: true,
      file: { file: "2017-halvorsen-signed.pdf", url: "https://files.kestrel-vale.example/contracts/2017-halvorsen-signed.pdf" },
    }, {
      title: "The stock problem on one page", type: "design", status: "final", mandatory: true, clientSees: true,
      file: { file: "halvorsen-stock.pdf", url: "https://files.kestrel-vale.example/halvorsen/stock.pdf" },
    }],
  },
};
