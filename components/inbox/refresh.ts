/** What `refreshInbox` says, and the inbox hears. */
export const REFRESH = "inbox:refresh";

/**
 * Draws the inbox anew without a reload: list, counts and the brief that is open. Focus, ticks, place and what is typed stay. Does
 * nothing where no inbox is shown, so that whoever hears of a change elsewhere can just call it.
 */
export const refreshInbox = (): void => void window.dispatchEvent(new Event(REFRESH));
