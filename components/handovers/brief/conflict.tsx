import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { wordDiff } from "@/components/ui/word-diff";
import { sidesOf } from "./conflict-words";
import { reveal } from "./reveal";

type VersionsProps = { theirs: string; mine: string; isText: boolean; /** The other one is ours as well, of another tab or device. */ isYours?: boolean };

/** Two versions of one answer beside each other; in text, what only one of them says is marked. */
export function Versions({ theirs, mine, isText, isYours }: VersionsProps) {
  const sides = sidesOf({ isYours });
  const pieces = isText ? wordDiff(theirs, mine) : null;
  const say = (kind: "added" | "removed", text: string) =>
    pieces?.filter((piece) => piece.kind === "same" || piece.kind === kind).map((piece, index) =>
      piece.kind === "same" ? piece.text : <mark key={index} className="rounded-xs bg-accent-soft px-0.5 text-ink">{piece.text}</mark>) ?? text;
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Version label={sides.theirs}>{say("removed", theirs)}</Version>
      <Version label={sides.mine}>{say("added", mine)}</Version>
    </dl>
  );
}

export const Version = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="min-w-0 border-s-2 border-line ps-3">
    <dt className="text-sm font-medium text-ink">{label}</dt>
    <dd className="max-h-60 overflow-y-auto whitespace-pre-line text-ink [overflow-wrap:anywhere]">{children}</dd>
  </div>
);

const show = (banner: HTMLElement | null) => { if (banner) reveal(banner); };

type ConflictBannerProps = { title: string; note?: string; actions: ReactNode; children?: ReactNode };

/** Says who wrote what else, and asks which it shall be. What happened is announced at the fixed place of the save state. */
export function ConflictBanner({ title, note = "Nothing was overwritten.", actions, children }: ConflictBannerProps) {
  return (
    <div ref={show} role="group" aria-label={title} data-conflict tabIndex={-1} className="mt-2 scroll-mt-28 rounded-lg text-start">
      <Banner tone="warning" icon="alert-triangle" title={`${title}.`}>
        {note}
        {children}
        <span className="no-print mt-3 flex flex-wrap gap-2">{actions}</span>
      </Banner>
    </div>
  );
}
