import type { BriefTemplate } from "../schema";

const TIERS = [
  { value: "free", label: "Free" }, { value: "starter", label: "Starter" }, { value: "professional", label: "Professional" },
  { value: "enterprise", label: "Enterprise" },
];

/** Version 1 of the brief template of a HubSpot team. */
export const hubspotTemplate = (slug = "hubspot"): BriefTemplate => ({
  name: "HubSpot",
  slug,
  fields: [
    {
      key: "hubs", section: "technical", label: "Hubs in use or bought", type: "choices",
      why: "What can be built depends on which hubs are there.",
      options: [
        { value: "marketing", label: "Marketing Hub" }, { value: "sales", label: "Sales Hub" }, { value: "service", label: "Service Hub" },
        { value: "content", label: "Content Hub" }, { value: "operations", label: "Operations or Data Hub" }, { value: "commerce", label: "Commerce Hub" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "tier", section: "technical", label: "Highest tier", type: "choice", options: TIERS,
      why: "Workflows, custom objects and sandboxes start at certain tiers.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "seats", section: "commercial", label: "Seats bought", type: "longText",
      why: "A missing seat is found on the day of the training.",
      example: "12 Sales Professional, 3 core, 40 view-only",
      visibility: "all", concerns: ["PM"], required: false,
    },
    {
      key: "portalId", section: "technical", label: "Portal id", type: "text", ask: "Enter the HubSpot portal id.",
      why: "The team works in this portal and in no other; a sandbox has a number of its own.",
      example: "Production 2481632, sandbox 4455667",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "objects", section: "technical", label: "Objects, and how they belong together", type: "longText",
      why: "The data model is decided once, and changed with pain.",
      help: "Contacts, companies, deals, tickets, custom objects; which are associated, and how many of each.",
      example: "Companies have sites (custom object). Deals belong to a site. 9 000 companies, 14 000 sites.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { not: { complexity: ["SIMPLE"] } }, material: "technical",
    },
    {
      key: "properties", section: "technical", label: "Properties that matter", type: "longText",
      why: "Reports and segments stand on a few properties; those must be right.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "lifecycle", section: "scope", label: "Lifecycle stages and lead status", type: "longText",
      ask: "Enter the lifecycle stages, and when a contact moves on.",
      why: "Marketing and sales at the client must mean the same by a lead.",
      help: "Each stage, and the fact that moves a contact to it.",
      example: "Lead -> MQL when a price list is downloaded -> SQL when sales has spoken with them.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true,
    },
    {
      key: "pipelines", section: "scope", label: "Deal pipelines and stages", type: "longText",
      why: "Each pipeline is a process that somebody at the client owns.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: `custom.${slug}.hubs`, is: "sales" },
      visible: { field: `custom.${slug}.hubs`, in: ["sales", "commerce"] },
    },
    {
      key: "automation", section: "scope", label: "Workflows and sequences", type: "longText",
      why: "How many, and what each is for, is most of the estimate.",
      example: "Six workflows (welcome, scoring, hand-off, renewal, two internal) and three sequences for sales.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false, material: "technical",
    },
    {
      key: "sending", section: "technical", label: "Sending domain", type: "longText",
      why: "Mail from a domain that is not connected lands in spam on day one.",
      help: "Domains, who can change the DNS, dedicated address or not, mails per month.",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: { field: `custom.${slug}.hubs`, is: "marketing" },
      visible: { field: `custom.${slug}.hubs`, is: "marketing" },
    },
    {
      key: "consent", section: "technical", label: "Consent and subscription types", type: "longText",
      ask: "Enter how consent was given, and the subscription types.",
      why: "Contacts without a legal basis must not be mailed, imported or enriched.",
      help: "Where consent was collected, double opt-in or not, subscription types, retention.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "source", section: "technical", label: "Where the data comes from", type: "choices",
      why: "Each source has its own export, its own gaps and its own duplicates.",
      options: [
        { value: "none", label: "No import" }, { value: "spreadsheets", label: "Spreadsheets" }, { value: "salesforce", label: "Salesforce" },
        { value: "pipedrive", label: "Pipedrive" }, { value: "dynamics", label: "Microsoft Dynamics" }, { value: "mailchimp", label: "Mailchimp" },
        { value: "erp", label: "An ERP" }, { value: "other", label: "Something else" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "duplicates", section: "technical", label: "Duplicates and data quality", type: "longText",
      why: "Cleaning is either sold, or done by nobody.",
      help: "Who decides which record wins, and who cleans.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "technical.migration", answered: true },
      visible: { field: "technical.migration", answered: true },
    },
    {
      key: "reports", section: "purpose", label: "Reports the client wants to see", type: "longText",
      why: "The first dashboard is where the client sees what they paid for.",
      visibility: "all", concerns: ["PM"], required: false,
    },
    {
      key: "users", section: "scope", label: "Users, teams and permissions", type: "longText",
      why: "Who may see whose deals is a question of the client's politics.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "training", section: "scope", label: "Training sold", type: "longText",
      why: "Without training the portal is empty in three months.",
      example: "Two sessions for sales (8 people), one for marketing, recorded. In German.",
      visibility: "all", concerns: ["PM"], required: false,
    },
  ],
  core: [
    { field: "technical.hosting", hidden: true },
    { field: "scope.content", label: "Templates, forms and pages: who provides what" },
    { field: "technical.stack", label: "Other tools in the client's stack", help: "CRM, telephony, calendar, chat, booking, accounting." },
    { field: "client.zone", required: true },
  ],
});
