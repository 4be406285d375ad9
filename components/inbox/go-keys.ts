/** `g`, then a letter, goes to a page. */
export const GO_KEYS = [
  ["g w", "My work", "/"],
  ["g i", "Inbox", "/inbox"],
  ["g a", "Asked of me", "/asked"],
  ["g h", "Handovers", "/handovers"],
  ["g d", "Deals", "/deals"],
  ["g l", "Clients", "/clients"],
  ["g n", "Notifications", "/notifications"],
  ["g p", "Pipeline", "/reports/pipeline"],
] as const;
