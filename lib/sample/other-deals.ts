import type { ContactRole } from "@/lib/platform/generated/enums";
import type { SampleClient } from "./brief";

type Deal = Pick<SampleClient, "client" | "deal"> & { contact: readonly [key: string, name: string, title: string, email: string, language: string, roles: readonly ContactRole[]] };

/** A client whose deal has no handover: nothing of the brief is known yet. */
const withoutBrief = ({ client, deal, contact: [key, name, title, email, language, roles] }: Deal): SampleClient => ({
  client, deal, contacts: { [key]: { name, title, email, phone: "", language, roles } },
  pm: "miriam", leads: {}, answers: {}, complexity: {}, rows: {},
});

/** The deals around the thirteen handovers. */
export const OTHER_DEALS = {
  /** Won, and past its clock without a handover (P1.11). */
  ORPHAN: withoutBrief({
    client: { name: "Bäckerei Sonnleitner", legalName: "Sonnleitner Brot GmbH", industry: "Bakery with nineteen shops", website: "sonnleitner.example", zone: "Europe/Berlin", country: "Germany" },
    contact: ["eva", "Eva Sonnleitner", "Managing director", "eva@sonnleitner.example", "German", ["DECISION_MAKER", "DAY_TO_DAY"]],
    deal: {
      name: "Ordering ahead, by shop", value: 27_900, currency: "EUR", source: "Recommended by Grünfeld Saatgut", contractType: "FIXED", teams: ["wordpress"],
      contactOwner: "zoe", owner: "zoe", evidence: "https://files.kestrel-vale.example/contracts/2030-sonnleitner-signed.pdf",
    },
  }),
  PARKED: withoutBrief({
    client: { name: "Vestergaard Windows", legalName: "Vestergaard Vinduer A/S", industry: "Windows and doors", website: "vestergaard.example", zone: "Europe/Copenhagen", country: "Denmark" },
    contact: ["mette", "Mette Vestergaard", "Marketing", "mette@vestergaard.example", "Danish, English", ["CHAMPION"]],
    deal: { name: "Configurator and quotes", value: 96_000, currency: "EUR", source: "Trade fair", contractType: "FIXED", teams: ["wordpress", "integration"], contactOwner: "jonas", owner: "jonas", evidence: "" },
  }),
  LOST: withoutBrief({
    client: { name: "Dockside Coffee Roasters", legalName: "Dockside Coffee LLC", industry: "Coffee, six bars and a roastery", website: "dockside.example", zone: "America/New_York", country: "United States" },
    contact: ["omar", "Omar Haddon", "Owner", "omar@dockside.example", "English", ["DECISION_MAKER"]],
    deal: { name: "Shop with coffee subscriptions", value: 31_000, currency: "USD", source: "Inbound", contractType: "FIXED", teams: ["shopify"], contactOwner: "priscila", owner: "priscila", evidence: "" },
  }),
  PROSPECT: withoutBrief({
    client: { name: "Museu do Rio", legalName: "Fundação Museu do Rio", industry: "Museum", website: "museudorio.example", zone: "Europe/Lisbon", country: "Portugal" },
    contact: ["clara", "Clara Pinheiro", "Head of education", "clara@museudorio.example", "Portuguese", ["CHAMPION"]],
    deal: { name: "Tickets and school visits", value: 44_000, currency: "EUR", source: "Public call for offers", contractType: "FIXED", teams: ["wordpress"], contactOwner: "tomas", owner: "tomas", evidence: "" },
  }),
  QUALIFIED: withoutBrief({
    client: { name: "Cooperativa Arroyo", legalName: "Cooperativa Arroyo, S. Coop.", industry: "Citrus growers, 210 farms", website: "arroyo.example", zone: "Europe/Madrid", country: "Spain" },
    contact: ["nuria", "Nuria Arroyo", "Sales director", "nuria@arroyo.example", "Spanish", ["DECISION_MAKER"]],
    deal: { name: "HubSpot for three sales teams", value: 36_500, currency: "EUR", source: "HubSpot partner directory", contractType: "RETAINER", teams: ["hubspot"], contactOwner: "tomas", owner: "tomas", evidence: "" },
  }),
  FRESH: withoutBrief({
    client: { name: "Hartwell Instruments", legalName: "Hartwell Instruments Corp.", industry: "Measuring instruments for laboratories", website: "hartwell.example", zone: "America/Chicago", country: "United States" },
    contact: ["joel", "Joel Baptiste", "Vice president, sales", "jbaptiste@hartwell.example", "English", ["SPONSOR", "DECISION_MAKER"]],
    deal: { name: "Quotes from CRM to ERP", value: 118_000, currency: "USD", source: "Partner referral", contractType: "TIME_AND_MATERIALS", teams: ["integration", "hubspot"], contactOwner: "marcus", owner: "marcus", evidence: "" },
  }),
} as const;
