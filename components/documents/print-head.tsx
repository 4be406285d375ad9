import { nonce } from "@/components/layout/nonce";

type PrintHeadProps = { /** "HO-12" */ number: string; client: string; version: number; digest: string; submitted: string };

/** For paper alone: which version of the brief this is, and its digest; in short on every page, with client and number. */
export async function PrintHead({ number, client, version, digest, submitted }: PrintHeadProps) {
  return (
    <>
      <style nonce={await nonce()}>{`@page { @top-left { content: ${quoted(`${number} · ${client}`)} } @top-right { content: ${quoted(`Version ${version} · SHA-256 ${digest.slice(0, 12)}`)} } }`}</style>
      <div className="print-only mb-6">
        <p className="text-sm text-ink-2">{submitted}</p>
        <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">SHA-256 {digest}</p>
      </div>
    </>
  );
}

/** A string of CSS that ends neither itself nor the style that it stands in. */
const quoted = (text: string): string => `"${text.replace(/[^\p{L}\p{N} .,·-]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)}"`;
