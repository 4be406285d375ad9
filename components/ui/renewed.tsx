import { Notice } from "./banner";
import { toast } from "./toast";

const SENTENCE = "This part of the page could not be loaded: there is no connection, or the portal was renewed meanwhile. Reload the page; what you typed is kept.";

/** In place of a component whose file is gone since a release: `lazy(() => import("./x").catch(orReload))`. */
export const orReload = () => ({ default: Renewed });

/** The same for what is loaded to do something: `import("./x").then(use, sayReload)`. */
export const sayReload = (): void => void toast(SENTENCE, { tone: "warning", lasts: 20_000 });

function Renewed() {
  return <div role="alert"><Notice tone="warning">{SENTENCE}</Notice></div>;
}
