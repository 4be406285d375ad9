/** `g`, then a letter, goes to a page. */
export const GO: Readonly<Record<string, string>> = {
  w: "/", i: "/inbox", h: "/handovers", d: "/deals", l: "/clients", n: "/notifications", p: "/reports/pipeline",
};

/** The keys that lead to a page, as they are printed: "g i". */
export const keysTo = (href: string): string | undefined => {
  const letter = Object.keys(GO).find((one) => GO[one] === href);
  return letter && `g ${letter}`;
};
