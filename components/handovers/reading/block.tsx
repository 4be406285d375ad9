import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { ThreadsShown } from "./threads";

/** What is said about a brief while it is read: comments at their fields, and what changed. */
export type Talk = ThreadsShown & {
  /** The fields and cells beside which "Comment" stands (P1.7); the decide bar listens for it. */
  mayComment?: ReadonlySet<string>;
  /** The fields, rows and cells (`field@row`) that changed since this person last decided. */
  changedAt?: ReadonlySet<string>;
};

/** Names one field or row in the page, for comments, keys and jumps: `data-field`, `data-row`, what it is called, and whether it changed. */
export const blockOf = (field: string, { rowId, label, talk, isWording }: { rowId?: string; label: string; talk?: Talk; isWording?: boolean }) => ({
  id: `field-${rowId ?? field}`, "data-field": field, "data-row": rowId, "data-label": label, "data-wording": isWording ? "" : undefined,
  "data-change": talk?.changedAt?.has(rowId ?? field) ? "" : undefined, tabIndex: talk ? -1 : undefined,
});

export const ChangedMark = () => <span className="ms-2 inline-block"><Badge tone="info" icon="pencil">Changed</Badge></span>;

/** Heard by the decide bar, which opens a comment on the field or row around it. */
export const CommentButton = ({ label }: { label: string }) => (
  <button type="button" data-comment="" aria-label={`Comment: ${label}`} title="Comment" className="comment-button no-print">
    <Icon name="message-square" size={14} />
  </button>
);
