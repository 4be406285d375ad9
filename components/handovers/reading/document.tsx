import { TextLink } from "@/components/ui/text-link";
import { shortDigest, sizeText } from "@/lib/documents/format";
import type { ReadField } from "@/lib/handovers/rules/reading";

/** A link; of an uploaded document the size and the digest that pins it, too (B4). */
export function Document({ href, text, pin }: Pick<ReadField, "text" | "pin"> & { href: string }) {
  if (!pin) return <TextLink href={href} external>{text}</TextLink>;
  return (
    <>
      <TextLink href={href}><bdi>{text}</bdi></TextLink>
      <span className="text-sm text-ink-2" title={`SHA-256 ${pin.sha256}`}> {sizeText(pin.size)} · SHA-256 {shortDigest(pin.sha256)}…</span>
    </>
  );
}
