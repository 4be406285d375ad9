"use client";

import { type RefObject, useEffect, useState } from "react";
import type { FormState } from "@/lib/http/form";
import { draftSaysAction } from "@/lib/policies/actions";
import { type Clash, mergeSaid, type Said, saidIn } from "@/lib/policies/rules/template-merge";

type Merge = {
  /** What the form begins from, and over which revision it is saved. */
  said: Said; revision: number;
  /** What this form and somebody else's have both changed, and who that is. */
  clashes: Clash[]; by: string | null; isYours: boolean;
  /** Grows with each merge: the controls are drawn anew. */
  round: number;
};

/**
 * A form about a part of a draft that somebody else changed meanwhile (P1.9): it asks what the draft says now, takes over
 * what was not touched here, keeps what was typed, and names what both changed. The next press saves over what was then seen.
 */
export function useDraftMerge({ teamId, id, form, failure, ...begun }: { teamId: string; id: string; said: Said; revision: number; form: RefObject<HTMLFormElement | null>; failure: Extract<FormState, { ok: false }> | null }) {
  const [at, setAt] = useState<Merge & { seen: Said }>({ said: begun.said, seen: begun.said, revision: begun.revision, clashes: [], by: null, isYours: false, round: 0 });
  useEffect(() => {
    if (failure?.code !== "CONFLICT") return;
    void draftSaysAction({ teamId, id }).then((answer) => {
      const element = form.current;
      if (!answer.ok || !element || (id !== "" && !answer.data.says)) return;
      const { says, by, isYours, revision } = answer.data;
      setAt(({ seen, round }) => {
        const theirs = says ? Object.fromEntries(Object.keys(seen).map((name) => [name, says[name] ?? ""])) : seen; // nobody knows of a new one
        const { merged, clashes } = mergeSaid({ seen, mine: saidIn(new FormData(element), seen), theirs });
        return { said: merged, seen: theirs, revision, clashes, by, isYours, round: round + 1 };
      });
    }, () => undefined); // unreachable: the form says so by itself
  }, [failure, form, id, teamId]);
  return at;
}
