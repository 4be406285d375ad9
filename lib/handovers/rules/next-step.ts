import type { HandoverStatus } from "@/lib/platform/generated/enums";
import { listText } from "@/lib/platform/intl";

/** What is known of a handover and of who looks at it. */
export type NextStepFacts = {
  id: string;
  status: HandoverStatus;
  contactOwner: { id: string; name: string };
  pm: { name: string } | null;
  viewer: { id: string | null; isWriter: boolean; isPm: boolean };
  /** Every key, with its name in words. */
  keys: readonly { id: string; name: string; holder: string; isMine: boolean; isOpen: boolean }[];
};

export type NextStep = {
  title: string;
  sentence: string;
  /** Where to go, or `start` and `close`, which are done in place; null where this person waits or only reads. */
  action: { label: string; href: string } | { label: string; does: "start" | "close" } | null;
};

/** What comes next for this person (B2, P1.7, P3.1): one sentence, and one action where there is one. */
export function nextStep(facts: NextStepFacts): NextStep {
  const { id, status, contactOwner, pm, viewer, keys } = facts;
  const at = (path: string) => `/handovers/${id}/${path}`;
  const owner = viewer.id === contactOwner.id ? "you" : contactOwner.name;
  switch (status) {
    case "DRAFT":
      return viewer.isWriter
        ? { title: "Finish the brief", sentence: "It is a draft: only sales can see it. Submit it when the must-haves are answered.", action: { label: "Continue", href: at("brief") } }
        : { title: "The brief is being written", sentence: `${contactOwner.name} submits it when it is complete.`, action: null };
    case "SUBMITTED": {
      const mine = keys.find((key) => key.isMine && key.isOpen);
      if (mine) return { title: `Decide as ${mine.name}`, sentence: "Read the brief, then accept it, accept it with conditions, or return it point by point.", action: { label: "Review", href: `${at("review")}?key=${mine.id}` } };
      const open = keys.filter(({ isOpen }) => isOpen).map(({ holder, name }) => `${holder} (${name})`);
      return { title: "Waiting for a decision", sentence: `${listText(open) || "Nobody"} ${open.length === 1 ? "decides" : "decide"}. Until then ${owner} ${owner === "you" ? "are" : "is"} accountable.`, action: null };
    }
    case "RETURNED":
      return viewer.isWriter
        ? { title: "Fix what was returned", sentence: "Each point says what is needed, and often how to word it. Then resubmit.", action: { label: "Fix and resubmit", href: at("fix") } }
        : {
            title: `Waiting for ${contactOwner.name}`, sentence: "The brief was returned, and comes back resubmitted.",
            action: keys.some(({ isMine }) => isMine) ? { label: "Add points", href: at("review") } : null,
          };
    case "ACCEPTED":
      return viewer.isPm
        ? { title: "Start delivery", sentence: "The handover is yours. Start delivery when the team begins its work.", action: { label: "Start delivery", does: "start" } }
        : { title: "Accepted", sentence: observing(viewer.isWriter, pm?.name, "starts delivery"), action: null };
    case "IN_DELIVERY":
      return viewer.isPm
        ? { title: "In delivery", sentence: "Keep checklist and promises up to date. Close the handover when the work is done.", action: { label: "Close", does: "close" } }
        : { title: "In delivery", sentence: observing(viewer.isWriter, pm?.name, "delivers"), action: null };
    case "CLOSED":
      return { title: "Closed", sentence: "Nothing is left to do here. Everything stays readable.", action: null };
    case "WITHDRAWN":
      return { title: "Withdrawn", sentence: "It was taken back for good; the history says why. A new handover of the deal can be begun.", action: { label: "See the history", href: `/handovers/${id}?tab=history` } };
  }
}

/** Sales reads on, and says why it cannot change anything (P3.1). */
const observing = (isWriter: boolean, pm: string | undefined, does: string): string =>
  isWriter
    ? `${pm ?? "The PM"} is accountable now and ${does}. You observe: you see what you saw before, and can tick the checklist items that are yours.`
    : `${pm ?? "The PM"} is accountable and ${does}.`;
