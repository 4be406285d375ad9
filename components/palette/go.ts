import { GO_KEYS } from "@/components/inbox/go-keys";

/** The page that `g` and this letter go to. */
export const pageFor = (letter: string): string | undefined => GO_KEYS.find(([keys]) => keys === `g ${letter}`)?.[2];

/** The keys that lead to a page, as they are printed: "g i". */
export const keysTo = (href: string): string | undefined => GO_KEYS.find(([, , to]) => to === href)?.[0];
