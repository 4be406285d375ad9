/** What `EarlyPresses` says on the document. */
export const HEARS = "portal:hears";

/**
 * A page can be seen before its scripts are here. What is pressed meanwhile is not lost: the last press of a button, or of a form that
 * only a script sends, is done once the page hears. What the browser does by itself (links, menus, forms with an address) it does at once.
 * Stands in the page as text, before everything else (app/layout.tsx), and so may name nothing from outside: what it waits for is given to it.
 */
export function keepEarlyPress(hears: typeof HEARS): void {
  let press: (() => void) | undefined;
  const onClick = ({ target }: MouseEvent) => {
    const button = target instanceof Element && target.closest("button");
    if (button && button.type === "button" && !button.hasAttribute("popovertarget") && !button.hasAttribute("commandfor")) press = () => button.click();
  };
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.hasAttribute("action") || form.hasAttribute("method")) return;
    event.preventDefault();
    press = () => form.requestSubmit(event.submitter);
  };
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  document.addEventListener(hears, () => {
    document.removeEventListener("click", onClick);
    document.removeEventListener("submit", onSubmit);
    if (press) setTimeout(press); // once all that is drawn has begun
  }, { once: true });
}
