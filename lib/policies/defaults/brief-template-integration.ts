import type { BriefTemplate } from "../schema";

/** Version 1 of the brief template of an integration team. */
export const integrationTemplate = (slug = "integration"): BriefTemplate => ({
  name: "Integration",
  slug,
  fields: [
    {
      key: "flows", section: "scope", label: "Flows to build", type: "longText", ask: "Enter the flows to build.",
      why: "One line for each flow is the whole plan in short.",
      help: "From, to, which record, what starts it, how often.",
      example: "Shop -> ERP: paid orders, every five minutes. ERP -> shop: stock, every fifteen minutes; prices at night.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true, material: "commercial",
    },
    {
      key: "record", section: "technical", label: "System of record for each object", type: "longText",
      ask: "Enter the system of record for each object.",
      why: "When two systems disagree, one of them is right; this says which.",
      example: "Customer: CRM. Product and price: ERP. Stock: warehouse. Order: shop until paid, then ERP.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "volumes", section: "technical", label: "Volumes", type: "longText", ask: "Enter the volumes, on a usual day and at the peak.",
      why: "What runs for ten records stops at ten thousand.",
      example: "800 orders a day, 6 000 on the Friday of the sale; 40 000 products, full load once a week.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "latency", section: "technical", label: "How fast it has to be", type: "choice",
      why: "At once and at night are different buildings.",
      options: [
        { value: "seconds", label: "Within seconds" }, { value: "minutes", label: "Within minutes" }, { value: "hours", label: "Within hours" },
        { value: "daily", label: "Once a day" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "platform", section: "technical", label: "Where it runs", type: "choice",
      why: "Cost, monitoring and who can repair it depend on this.",
      options: [
        { value: "ipaas", label: "A platform such as Make, Workato or n8n" }, { value: "native", label: "Native connectors" },
        { value: "ours", label: "A service that we run" }, { value: "theirs", label: "A service that the client runs" },
        { value: "open", label: "Not decided" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "auth", section: "technical", label: "How each system lets us in", type: "longText",
      ask: "Enter how each system lets us in.",
      why: "Getting access is the longest part of many integrations.",
      help: "OAuth, key, certificate, allow list or VPN; who grants it. Never write a key here.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "limits", section: "technical", label: "Rate limits and other limits", type: "longText",
      why: "A limit that is found in production is found at the peak.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "mapping", section: "technical", label: "Field mapping", type: "file",
      why: "Somebody at the client has to agree to it, field by field.", help: "A link to the list, finished or not.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "errors", section: "technical", label: "What happens when it fails", type: "longText",
      ask: "Enter what happens when a record fails.",
      why: "Every integration fails; good ones tell the right person.",
      help: "Repeat, hold or skip; who is told; who repairs the data.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "sandbox", section: "technical", label: "Test systems", type: "longText",
      ask: "Enter which systems have a test environment.",
      why: "Without one we test on real customers.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "monitoring", section: "technical", label: "Who watches it, and until when", type: "longText",
      why: "After go-live somebody must look, and be paid for it.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: { not: { complexity: ["SIMPLE"] } },
    },
    {
      key: "initialLoad", section: "technical", label: "First load and history", type: "longText",
      why: "The first load is a migration by another name.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false, material: "technical",
    },
    {
      key: "personalData", section: "technical", label: "Personal data that crosses", type: "longText",
      ask: "Enter which personal data crosses, and to which countries.",
      why: "Whose data, to which country, and on what agreement.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "technical.security", answered: true },
    },
    {
      key: "vendor", section: "technical", label: "Vendors of the other systems", type: "longText",
      why: "We will need their help, and they will want a contract for it.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: false,
    },
  ],
  core: [
    { field: "scope.content", hidden: true },
    { field: "scope.references", hidden: true },
    { field: "scope.thirdParties", required: true },
    { field: "technical.summary", required: true },
  ],
});
