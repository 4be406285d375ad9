import type { BriefTemplate } from "../schema";

/** Version 1 of the brief template of a WordPress team. */
export const wordpressTemplate = (slug = "wordpress"): BriefTemplate => ({
  name: "WordPress",
  slug,
  fields: [
    {
      key: "site", section: "technical", label: "Address of the present site", type: "url",
      why: "The team looks at it before it reads on.", visibility: "all", concerns: ["TEAM_LEAD"],
      required: { not: { field: "scope.engagement", is: "newBuild" } },
    },
    {
      key: "theme", section: "technical", label: "Theme or builder", type: "choice",
      why: "It decides how the pages are built, and who can edit them later.",
      options: [
        { value: "block", label: "Block theme of our own" }, { value: "classic", label: "Classic theme of our own" },
        { value: "bought", label: "Bought theme" }, { value: "elementor", label: "Elementor" }, { value: "divi", label: "Divi" },
        { value: "bricks", label: "Bricks" }, { value: "headless", label: "Headless" }, { value: "other", label: "Something else" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "templates", section: "scope", label: "Templates and blocks to build", type: "longText",
      ask: "Enter the templates and blocks to build.",
      why: "They are what is estimated, and what is tested.",
      example: "Home, landing, article, archive, contact, search, 404. Blocks: hero, quotes, prices, team, map.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "commercial",
    },
    {
      key: "plugins", section: "technical", label: "Plugins, and who owns the licences", type: "longText",
      why: "A licence that runs out takes a function with it.",
      help: "Name, licence owner, end of the licence, keep or replace.",
      example: "ACF Pro (ours), WooCommerce Subscriptions (client, until May), Gravity Forms (replace).",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "host", section: "technical", label: "Host and plan", type: "text", ask: "Enter the host and the plan.",
      why: "PHP version, memory and backups differ from plan to plan.", example: "Kinsta Business 1, PHP 8.3",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "staging", section: "technical", label: "Is there a staging site?", type: "yesNo",
      why: "Nobody should learn on the live site.", visibility: "technical", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "dns", section: "technical", label: "Domain and DNS: who can change them", type: "longText",
      ask: "Enter who can change the domain and the DNS.",
      why: "On the day of the launch that person must be awake.",
      help: "Registrar, name server, mail records that must survive, who approves.",
      visibility: "technical", concerns: ["PM", "TEAM_LEAD"], required: true,
    },
    {
      key: "pages", section: "technical", label: "Pages and posts to move", type: "number", ask: "Enter how many pages and posts move.",
      why: "By hand or by script is decided by the number.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "technical.migration", answered: true },
      visible: { field: "technical.migration", answered: true },
    },
    {
      key: "redirects", section: "technical", label: "Redirects and search ranking", type: "longText",
      ask: "Enter which addresses must go on working.",
      why: "Lost rankings are noticed by the client before they are noticed by us.",
      help: "Pages that bring visitors, who makes the list of redirects, who watches afterwards.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "technical.migration", answered: true },
    },
    {
      key: "languages", section: "scope", label: "Languages", type: "text",
      why: "Each language doubles the content and the tests.", example: "German and English, translated by them; WPML",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false, material: "commercial",
    },
    {
      key: "editors", section: "scope", label: "Who edits, and what they may change", type: "longText",
      why: "Freedom for editors is a decision, not an accident.",
      visibility: "all", concerns: ["PM"], required: false,
    },
    {
      key: "forms", section: "scope", label: "Forms, and where entries go", type: "longText",
      why: "A form that sends nowhere is found weeks later.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "shop", section: "scope", label: "Is there a shop, booking or member area?", type: "yesNo",
      why: "It is a project of its own.", visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "shopDetail", section: "scope", label: "Shop, booking or member area in detail", type: "longText",
      why: "Products, payments, tax, accounts and mails, one line each.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: `custom.${slug}.shop`, is: true },
      visible: { field: `custom.${slug}.shop`, is: true },
    },
    {
      key: "cookies", section: "technical", label: "Cookies, consent and tracking", type: "longText",
      why: "The banner decides what the client can measure.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "care", section: "commercial", label: "Updates and care after the launch", type: "choice",
      ask: "Choose who takes care of updates after the launch.",
      why: "Somebody updates the plugins, or somebody else gets in.",
      options: [
        { value: "us", label: "Us, by contract" }, { value: "client", label: "The client" }, { value: "third", label: "A third party" },
        { value: "open", label: "Not agreed yet" },
      ],
      visibility: "all", concerns: ["PM"], required: true,
    },
  ],
  core: [
    { field: "technical.hosting", hidden: true },
    { field: "scope.content", required: true, label: "Texts and pictures: who, and how ready" },
    { field: "technical.quality", label: "Speed and accessibility targets" },
  ],
});
