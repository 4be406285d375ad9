import type { Refusal } from "@/lib/platform/errors";
import type { Json } from "./answers";

/** What a text seems to hold that nobody should write into a brief, as the sentence calls it. */
export type SecretKind = "a password" | "a private key" | "an access key" | "a connection with its password";

/**
 * The sentence of a refusal where something looks like a secret (P1.4), or null. It never repeats what was found. Secrets
 * are kept in no answer: what is recorded is that access was asked for, that it was received, and where it is kept.
 */
export function secretRefusal(value: Json): string | null {
  for (const text of textsIn(value)) {
    const kind = secretIn(text);
    if (kind)
      return `This looks like ${kind}, and was not saved: a brief holds no secrets. Take it out, and say under “Access needed” in the technical section where it is kept.`;
  }
  return null;
}

/** The same as a refusal, for what is kept by another way than typing into the brief: nothing of it is kept. */
export function noSecrets(value: Json): Refusal | null {
  const reason = secretRefusal(value);
  return reason === null ? null : { code: "INVALID", rule: "P1.4", reason };
}

/** Of an upload: neither its name nor the words it begins with may hold a secret. `head` is null where it is no text. */
export function noSecretsInFile({ name, head }: { name: string; head: string | null }): Refusal | null {
  const kind = secretIn(name) ?? (head === null ? null : secretIn(head));
  if (kind === null) return null;
  return { code: "INVALID", rule: "P1.4", reason: `This file seems to hold ${kind}, and was not kept: a brief holds no secrets. Say under “Access needed” in the technical section where it is kept.` };
}

/** What a text seems to hold; null for ordinary text. It would rather miss one than cry at a sentence, a link or a number. */
export function secretIn(text: string): SecretKind | null {
  if (PRIVATE_KEY.test(text)) return "a private key";
  if (KEYS.some((key) => key.test(text))) return "an access key";
  if (matches(text, CONNECTION).some(([, password = ""]) => !isMasked(password))) return "a connection with its password";
  if (matches(text, KEY_LABEL).some(([, value = ""]) => isKey(bare(value)))) return "an access key";
  if (matches(text, PASSWORD_LABEL).some(isPasswordAfterLabel) || matches(text, PASSWORD_SAID).some(([, value = ""]) => isMixed(bare(value), 5) || /^\d{6,}$/.test(bare(value))))
    return "a password";
  return matches(text, LOGIN_PAIR).some(([, value = ""]) => isMixed(bare(value), 7)) ? "a password" : null;
}

const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/;

/** Keys and tokens that are known by how they begin. */
const KEYS = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, // AWS
  /\bgh[opsur]_[A-Za-z0-9]{30,}/, /\bgithub_pat_[A-Za-z0-9_]{30,}/, /\bglpat-[\w-]{20,}/,
  /\bsk-(?=[\w-]{0,80}\d)[A-Za-z0-9][\w-]{18,}/, /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, /\bxapp-\d-[A-Za-z0-9-]{10,}/, /\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w{16,}/,
  /\bAIza[\w-]{35}/, /\bya29\.[\w-]{20,}/,
  /\bshp(?:at|ca|pa|ss|ua)_[A-Fa-f0-9]{32}\b/, /\bpat-(?:na|eu|ap)\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}\b/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/, /\bnpm_[A-Za-z0-9]{36}\b/, /\bdop_v1_[a-f0-9]{64}\b/, /\b[a-f0-9]{32}-us\d{1,2}\b/, /\bATATT3[\w=-]{20,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/, // JSON web tokens
  /\b(?:Bearer|Basic)\s+(?=[\w.~+/=-]{0,80}\d)[\w.~+/-]{20,}=*/,
];

/** scheme://user:password@host */
const CONNECTION = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/?#:@]*:([^\s/?#]+)@[^\s@]/gi;

const KEY_LABEL = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:api|app|access|client|consumer|secret|shared|signing|webhook|auth|refresh|bearer)(?:[ _-]?(?:api|access|client|application))?[ _-]?(?:key|secret|token|password)["']?\s*[:=]\s*["'“]?(\S+)`
  + String.raw`|(?:^|[^\p{L}?&])(?:token|secret)["']?\s*[:=]\s*["'“]?(\S+)`, "giu");
const PASSWORDS = String.raw`pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|lösenord|adgangskode|passord|has(?:ł|l)o|salasana`;
/** "password: x", "pwd=x": the word after it, and what follows on the line. */
const PASSWORD_LABEL = new RegExp(String.raw`(?:^|[^\p{L}])(?:${PASSWORDS})["']?\s*[:=][^\S\n]*["'“]?([^\s"“”,;]+)(?=([^\n]{0,200}))`, "giu");
/** "the password is x" */
const PASSWORD_SAID = new RegExp(String.raw`(?:^|[^\p{L}])(?:${PASSWORDS})\s+(?:is|was|ist|lautet|est|es|é)\s+["'“]?(\S+)`, "giu");
/** "login: admin / x" */
const LOGIN_PAIR = /\b(?:log-?ins?|credentials|zugangsdaten|user ?(?:name)? ?(?:\/|and|&) ?pass(?:word)?)\s*[:=]\s*\S{1,80}\s*[/|,;]\s*["'“]?(\S+)/giu;

/** All that a pattern finds, each with the groups that took part. */
const matches = (text: string, pattern: RegExp): string[][] =>
  [...text.matchAll(pattern)].map((found) => [...found].filter((group) => group !== undefined));

const bare = (value: string) => value.replace(/^["'“(]+|["'”’).,;!]+$/gu, "");

/** Stars, dots, crosses and placeholders in the place of a secret. */
const isMasked = (value: string) => /^[*•.…x-]+$/i.test(value) || /^[<[{$%(]/.test(value) || /^your[-_ ]?/i.test(value);
const isOther = (value: string) => isMasked(value) || /^(?:https?|mailto):/i.test(value) || /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value)
  || /^\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?$/.test(value) || /^(?:1|last|key)pass(?:word)?$/i.test(value);

/** Letters together with digits or signs, as nobody writes a word. */
const isMixed = (value: string, min: number) =>
  value.length >= min && !isOther(value) && /\p{L}/u.test(value) && (/\d/.test(value) || /[!#$%&*+=?@^~]/.test(value)) && !/^\d+[\p{L}%€$]{1,3}$/u.test(value);

/** Long, and of letters and digits. */
const isKey = (value: string) => value.length >= 12 && !isOther(value) && /[A-Za-z]/.test(value) && /\d/.test(value) && /^[\w.~+/=:-]+$/.test(value);

/** What people write in the place of a password when they do not write one. */
const NO_PASSWORD = /^(?:[a-z]{1,2}|the|see|siehe|ask|yes|none|not|never|kept|vault|tresor|safe|bitwarden|keeper|dashlane|okta|sso|saml|tbd|tba|unknown|open|pending|later|request(?:ed)?|asked|received|sent|shared|stored|saved|reset|changed?|changes|expire[sd]?|forgotten|lost|missing|needed|required|optional|wanted|client|their|with|from|via|per|will|must|should|and|but|for|only|each|every|all|any|same|email|mail|phone|sms|manager|policy|rules?|protected|set|unset|empty|default|offen|kein(?:e|s)?|folgt|angefragt|erhalten|beim?)$/iu;

function isPasswordAfterLabel([, value = "", rest = ""]: readonly string[]): boolean {
  const word = bare(value);
  if (word.length < 3 || isOther(word) || NO_PASSWORD.test(word)) return false;
  if (isMixed(word, 4) || /^\d{4,}$/.test(word)) return true;
  return /^[\s"'”’).,;!]*$/u.test(rest); // a single word stands in the place of the password
}

function textsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((one: Json) => textsIn(one));
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}
