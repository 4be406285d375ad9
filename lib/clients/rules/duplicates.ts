/** What is compared of a client: its names, and the addresses that show its domain. */
export type ClientIdentity = { name: string; legalName: string; website: string; emails: readonly string[] };
export type LikelyDuplicate<C> = { client: C; reasons: string[] };

/** Words that say what kind of company it is, and nothing of which one; "and" among them. */
const LEGAL_FORMS = new Set(
  ("ab ag aps as bv bvba co company corp corporation cv doo ek eg eu ev gbr gmbh inc incorporated kft kg kgaa kk lda limited llc llp lp "
    + "ltd ltda mbh nv ohg oy oyj plc pte pty pvt sa sarl sas sasu se sl spa spzoo srl sro ug und vof").split(" "),
);

/** Mail providers that many companies share: the same one says nothing. */
const SHARED_DOMAINS = new Set(
  ("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk icloud.com me.com mac.com "
    + "gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com aol.com orange.fr "
    + "wanadoo.fr free.fr laposte.net libero.it tiscali.it seznam.cz wp.pl mail.ru yandex.ru qq.com 163.com zoho.com fastmail.com").split(" "),
);

/**
 * A company's name without what people write differently: case, accents (also "oe" for "ö"), punctuation, "&", and
 * the legal form, unless nothing else would be left.
 */
export function normaliseName(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/\b(\p{Letter})\.(?=\s?\p{Letter}\b)\s?/gu, "$1") // "s.a.r.l." is one word
    .replace(/\bsp\.? ?z ?o\.? ?o\b/g, "spzoo")
    .replaceAll("&", " und ")
    .replace(/\band\b|\bet\b/g, "und")
    .replace(/[’'`]/g, "")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(" ").replace(/([aou])e/g, "$1");
}

/** The domain of a mail or web address, in lower case and without "www."; null if there is none, or everybody's. */
export function ownDomain(address: string): string | null {
  const trimmed = address.trim().toLowerCase();
  const host = (trimmed.includes("@") ? trimmed.slice(trimmed.lastIndexOf("@") + 1) : trimmed.replace(/^https?:\/\//, "")).replace(/[/:?#].*$/, "").replace(/^www\./, "");
  return /^[^\s@]+\.[^\s@.]+$/.test(host) && !SHARED_DOMAINS.has(host) ? host : null;
}

/** Every domain that is the client's own. */
export const domainsOf = ({ website, emails }: Pick<ClientIdentity, "website" | "emails">): string[] => [
  ...new Set([website, ...emails].map(ownDomain).filter((domain) => domain !== null)),
];

/**
 * Which of the known clients the new one may be, each with the reasons in words (B7), most reasons first. A warning,
 * never a refusal: two companies can share a name.
 */
export function likelyDuplicates<C extends ClientIdentity>(wanted: ClientIdentity, known: readonly C[]): LikelyDuplicate<C>[] {
  return known
    .map((client) => ({ client, reasons: reasonsOf(wanted, client) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.client.name.localeCompare(b.client.name, "en"));
}

function reasonsOf(wanted: ClientIdentity, known: ClientIdentity): string[] {
  const reasons: string[] = [];
  const [ours, theirs] = [namesOf(wanted), namesOf(known)];
  if (ours.some((name) => theirs.includes(name))) reasons.push("same name");
  else if (ours.some((one) => theirs.some((other) => areSimilar(one, other)))) reasons.push("similar name");
  const domain = domainsOf(wanted).find((one) => domainsOf(known).includes(one));
  if (domain !== undefined) reasons.push(`same domain ${domain}`);
  return reasons;
}

const namesOf = ({ name, legalName }: ClientIdentity): string[] =>
  [...new Set([name, legalName].map(normaliseName))].filter((name) => name !== "");

/** One typing slip (two in a long name), or one name within the other: "Acme Robotics" and "Acme Robotics Europe". */
function areSimilar(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const slips = short.length >= 10 ? 2 : short.length >= 5 ? 1 : 0;
  if (long.length - short.length <= slips && distance(short, long) <= slips) return true;
  if (short.replaceAll(" ", "") === long.replaceAll(" ", "")) return true;
  const words = new Set(long.split(" "));
  const shortWords = short.split(" ");
  return (shortWords.length >= 2 || short.length >= 6) && shortWords.every((word) => words.has(word));
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
