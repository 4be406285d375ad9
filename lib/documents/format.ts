import { numberFormat } from "@/lib/platform/intl";

/** A size as people read it: "820 bytes", "14 KB", "2.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  const format = numberFormat("en-GB", { maximumFractionDigits: bytes < 100_000_000 && bytes >= 1_000_000 ? 1 : 0 });
  return bytes < 1_000_000 ? `${format.format(bytes / 1_000)} KB` : `${format.format(bytes / 1_000_000)} MB`;
}

/** Enough of a digest to compare by eye. */
export const shortDigest = (sha256: string): string => sha256.slice(0, 12);
