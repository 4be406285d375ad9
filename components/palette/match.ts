/** A text as it is compared: small letters, without accents. */
export const plainText = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
