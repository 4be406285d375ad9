import type { BriefTemplate } from "../schema";

/** Version 1 of the brief template of a Shopify team. */
export const shopifyTemplate = (slug = "shopify"): BriefTemplate => ({
  name: "Shopify",
  slug,
  fields: [
    {
      key: "store", section: "technical", label: "Address of the store", type: "text", ask: "Enter the store's myshopify address.",
      why: "The team asks for access to exactly this store.", example: "nordlicht-moebel.myshopify.com",
      visibility: "technical", concerns: ["TEAM_LEAD"], required: { not: { field: "scope.engagement", is: "newBuild" } },
    },
    {
      key: "plan", section: "technical", label: "Shopify plan", type: "choice", ask: "Choose the Shopify plan.",
      why: "Checkout, B2B, markets and interfaces depend on the plan.",
      options: [
        { value: "basic", label: "Basic" }, { value: "grow", label: "Grow" }, { value: "advanced", label: "Advanced" },
        { value: "plus", label: "Plus" }, { value: "open", label: "Not decided" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "theme", section: "technical", label: "Theme", type: "text",
      why: "A bought theme is adapted, one of our own is built.", example: "Dawn as a base, own sections",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "templates", section: "scope", label: "Templates and sections to build", type: "longText",
      why: "They are what is estimated, and what is tested.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { not: { complexity: ["SIMPLE"] } }, material: "commercial",
    },
    {
      key: "markets", section: "scope", label: "Markets, languages and currencies", type: "longText",
      ask: "Enter the markets, languages and currencies.",
      why: "Each market brings prices, tax, shipping and law of its own.",
      example: "Germany and Austria in euro, Switzerland in francs; German only.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true, material: "commercial",
    },
    {
      key: "products", section: "technical", label: "Number of products and variants", type: "text",
      ask: "Enter the number of products and variants.",
      why: "Over a hundred variants, or a hundred thousand products, the way of working changes.",
      example: "1 200 products, 9 000 variants",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "productData", section: "technical", label: "Where product data is kept", type: "choice",
      why: "The shop shows the data; somebody else should own it.",
      options: [
        { value: "shopify", label: "In Shopify" }, { value: "erp", label: "In the ERP" }, { value: "pim", label: "In a product data system" },
        { value: "spreadsheets", label: "In spreadsheets" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "apps", section: "technical", label: "Apps, and what each costs", type: "longText",
      why: "Apps are monthly costs that the client should have heard of.",
      help: "Name, purpose, cost per month, keep or replace.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true, material: "technical",
    },
    {
      key: "payments", section: "technical", label: "Payment providers", type: "choices",
      why: "Contracts with providers take weeks, and the client has to sign them.",
      options: [
        { value: "shopify", label: "Shopify Payments" }, { value: "paypal", label: "PayPal" }, { value: "klarna", label: "Klarna" },
        { value: "stripe", label: "Stripe" }, { value: "invoice", label: "Invoice" }, { value: "other", label: "Something else" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "tax", section: "technical", label: "Tax", type: "longText",
      ask: "Enter how tax is worked out, and who confirms it.",
      why: "A wrong rate is paid by somebody.",
      help: "Registrations, one-stop shop, reduced rates, who at the client confirms it.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: true,
    },
    {
      key: "shipping", section: "technical", label: "Shipping and returns", type: "longText",
      why: "Rates, zones, carriers, and what happens with a parcel that comes back.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "erp", section: "technical", label: "ERP and warehouse", type: "longText",
      why: "Orders, stock and returns: which system is right, and how fast it has to be.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "integrations.system", answered: true }, material: "technical",
    },
    {
      key: "b2b", section: "scope", label: "Do companies buy, too?", type: "yesNo",
      why: "Price lists, accounts and invoices are a project of their own.",
      visibility: "all", concerns: ["PM", "TEAM_LEAD"], required: true, material: "commercial",
    },
    {
      key: "b2bDetail", section: "scope", label: "How companies buy", type: "longText",
      why: "Price lists, approval, credit, minimum orders.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: `custom.${slug}.b2b`, is: true },
      visible: { field: `custom.${slug}.b2b`, is: true },
    },
    {
      key: "pos", section: "scope", label: "Shops with a till", type: "number",
      why: "Tills have to be installed by somebody, on site.", help: "How many; enter 0 if there are none.",
      visibility: "all", concerns: ["TEAM_LEAD"], required: false,
    },
    {
      key: "oldShop", section: "technical", label: "What moves from the old shop", type: "choices",
      why: "Customers and orders move in different ways, and passwords not at all.",
      options: [
        { value: "products", label: "Products" }, { value: "customers", label: "Customers" }, { value: "orders", label: "Orders" },
        { value: "content", label: "Content" }, { value: "reviews", label: "Reviews" }, { value: "giftCards", label: "Gift cards" },
      ],
      visibility: "all", concerns: ["TEAM_LEAD"], required: { field: "technical.migration", answered: true },
      visible: { field: "technical.migration", answered: true }, material: "technical",
    },
  ],
  core: [
    { field: "technical.hosting", hidden: true },
    { field: "scope.content", required: true, label: "Product texts and pictures: who, and how ready" },
    { field: "technical.tools", hidden: true },
  ],
});
