import { templateHref } from "./template-list";

/** Where a page of a template lies. */
export const templateCrumbs = (team?: { id: string; name: string }) => [
  { href: "/admin/templates", label: "Templates" }, ...(team ? [{ href: templateHref(team.id), label: team.name }] : []),
];
