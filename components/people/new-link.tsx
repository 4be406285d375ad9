import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";

/** A link that was made just now: the only time it is shown. */
export function NewLink({ url, name }: { url: string; name: string }) {
  return (
    <Banner tone="success" title={`A link for ${name}`} live="status">
      <p>Send it to nobody else: whoever opens it acts as {name}. It works once, and is shown only now.</p>
      <p className="mt-2 [overflow-wrap:anywhere] [&_button]:text-start [&_button_span]:whitespace-normal"><CopyButton text={url} label="Copy the link" /></p>
    </Banner>
  );
}
