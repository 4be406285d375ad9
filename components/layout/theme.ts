/** How the screen looks: as the device says, or chosen. */
export type Theme = "system" | "light" | "dark";

/** The theme that a cookie's value names; anything unknown is "system". */
export function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
