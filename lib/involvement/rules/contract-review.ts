import type { Refusal } from "@/lib/platform/errors";

const REVIEW = /\b(?:re-?view|check|proof-?read|read|go(?:es|ing)? (?:over|through)|look(?:s|ing)? (?:at|over|through|into)|comment|red-?line|mark ?up|approve|sign off|vet|verify|confirm|amend|edit|prüfe[nt]?|prüfung|gegenlesen|lies|lesen)\b|\b(?:feedback|thoughts|opinion|eyes|ok|okay) on\b/iu;
const PAPER = /\b(?:contracts?(?! ?-?(?:management|testing|tests?|first|data|module|numbers?|partners?|types?|lifecycle))|(?:the|this|that|our|their|your|draft|framework|master|services?|licen[cs]e|signed|client's)(?: [\w-]+)? agreements?|m\.?s\.?a\.?|s\.?o\.?w\.?|statements? of work|n\.?d\.?a\.?|non-disclosure agreements?|terms (?:and|&) conditions|t ?& ?cs?|legal terms|clauses?|vertrag(?:s|es|e|sentwurf)?)\b/iu;
/** Contracts that are no paper: "smart contract", "the API contract". */
const NO_PAPER = /\b(?:smart|api|data|interface|openapi|pact|consumer|in) (?:contracts?|agreements?)\b/giu;
const ANNEX_WORD = /\b(?:annex(?:e|es)?|append(?:ix|ices)|attachments?|schedules?|exhibits?|anlagen?|anhang|specifications?|spec)\b/iu;
/** "annex 2 of the contract": names the annex, and only says where it is. */
const ANNEX_OF = /\b(?:annex(?:e|es)?|append(?:ix|ices)|attachments?|schedules?|exhibits?|anlagen?|anhang|specifications?|spec)\b[^.;!?\n]{0,60}?\b(?:of|to|in|from|zum|des|vom) (?:the |their |our |this |that |signed |draft )*(?:contract|agreement|msa|sow|vertrag(?:s|es)?)\b/iu;
const withoutAnnexes = (text: string): string => text.replace(new RegExp(ANNEX_OF, "giu"), " the annex ");

/** Whether somebody is asked to review a contract, sentence by sentence. */
export function asksForContractReview(text: string): boolean {
  return withoutAnnexes(text.normalize("NFKC").replace(NO_PAPER, " ")).split(/[.;!?\n]+/u).some((sentence) => REVIEW.test(sentence) && PAPER.test(sentence));
}

/**
 * P4.4: no request can ask delivery to review a contract; only a technical annex can be named, in its own field. `texts` are
 * the words of the request by the name of their field.
 */
export function contractReviewRefusal({ annex, ...texts }: { annex: string } & Record<string, string>): (Refusal & { field: string }) | null {
  const named = annex.trim();
  if (named !== "" && (!ANNEX_WORD.test(named) || PAPER.test(withoutAnnexes(named))))
    return no("annex", "Name the technical annex by its title, such as “Annex 2: interfaces”. The contract itself is not reviewed by delivery.");
  for (const [field, text] of Object.entries(texts)) {
    if (named === "" && REVIEW.test(text) && ANNEX_OF.test(text.normalize("NFKC"))) return no("annex", "Name the technical annex here, so that only this part is read.");
    if (asksForContractReview(text))
      return no(field, "No request can ask delivery to review a contract. Write down the technical question itself, or name the technical annex it stands in.");
  }
  return null;
}

const no = (field: string, reason: string) => ({ code: "INVALID" as const, rule: "P4.4", reason, field });
