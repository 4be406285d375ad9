import { type Field, type Group, LEAD } from "./types";

export const ACCESS_GROUP = {
  id: "access", section: "technical", label: "Access needed", one: "access", title: "access.system",
  why: "Which access the team needs, asked for and received, and where it is kept. Never the password or key itself.",
} as const satisfies Group;

export const ACCESS_CELLS = [
  {
    id: "access.system", group: "access", section: "technical", label: "System", type: "text", ask: "Enter the system that access is needed to.",
    why: "As the client calls it.", example: "DNS at their registrar", visibility: "technical", concerns: LEAD, required: true,
  },
  {
    id: "access.level", group: "access", section: "technical", label: "Level", type: "text", ask: "Enter the level of access.",
    why: "Too little stops the work, too much worries the client.", example: "Staff account that may install apps", visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "access.requested", group: "access", section: "technical", label: "Requested on", type: "date", ask: "Enter the date on which access was requested.",
    why: "It takes the client days.", visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "access.received", group: "access", section: "technical", label: "Received on", type: "date", ask: "Enter the date on which access was received.",
    why: "Work can begin.", visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "access.kept", group: "access", section: "technical", label: "Where it is kept", type: "text", ask: "Enter where the access is kept.",
    why: "The name of the vault and of its entry, and nothing that opens a door.", example: "Team vault, entry “Nordlicht shop”",
    visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "access.owner", group: "access", section: "technical", label: "Who sees to it", type: "person",
    why: "One person asks until it is there.", visibility: "technical", concerns: LEAD, required: false,
  },
  {
    id: "access.from", group: "access", section: "technical", label: "Who grants it", type: "contact", ask: "Choose who grants it.",
    why: "The person at the client who can.", visibility: "technical", concerns: LEAD, required: false,
  },
] as const satisfies readonly Field[];
