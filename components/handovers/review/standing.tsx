import { Banner, Notice } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { keyName, STATUS_LOOK } from "@/lib/handovers/format";
import type { Review } from "@/lib/handovers/queries/review";
import type { ReviewPage } from "@/lib/handovers/queries/review-page";
import { listText } from "@/lib/platform/intl";

/** What the decide bar needs; null where this person has nothing to decide here. */
export function decideProps({ head, key, targets, cells, unreconciled, acceptRefusal, conditionsRefusal, threads, parts }: ReviewPage, singleKeys: boolean) {
  if (!key) return null;
  const mode = modeOf({ head, key });
  if (mode === null) return null;
  const people = [head.contactOwner, head.dealOwner, ...(head.pm ? [head.pm] : []), ...head.keys.map(({ holder }) => holder)];
  return {
    id: head.id, keyId: key.id, briefVersion: head.briefVersion, mode, targets, cells, unreconciled, singleKeys,
    acceptRefusal, conditionsRefusal,
    covers: key.role === "PM" ? null : `Your key covers ${listText(parts.filter((part) => part.isCovered && part.id !== "topThree").map(({ label }) => `“${label}”`))}. The PM decides on the rest.`,
    pending: threads.filter((thread) => thread.isPending && thread.keyId === key.id).map(({ id, field, rowId, text, reason, suggestion, revision }) => ({ id, field, rowId, text, reason, suggestion, revision })),
    parts: parts.map(({ id, label, needed, seconds, isCovered }) => ({ id, label, needed, seconds, isCovered })),
    owners: [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()],
  };
}

function modeOf({ head, key }: Pick<Review, "head" | "key">): "decide" | "add" | null {
  if (head.status === "SUBMITTED" && key?.state === "OPEN") return "decide";
  return head.status === "RETURNED" ? "add" : null;
}

/** How it stands for who reads it: nothing to decide, somebody else decides, or it was returned. */
export function ReviewNotice({ review: { head, key }, now, zone }: { review: Review; now: Date; zone: string }) {
  const link = head.status === "RETURNED" && head.viewer.isWriter
    ? <ButtonLink href={`/handovers/${head.id}/fix`} size="sm" variant="primary">Fix and resubmit</ButtonLink>
    : <ButtonLink href={`/handovers/${head.id}`} size="sm">To the handover</ButtonLink>;
  if (head.status === "SUBMITTED" && key?.state === "OPEN") {
    const others = head.keys.filter((one) => one.isMine && one.id !== key.id && one.state === "OPEN");
    if (others.length === 0) return null;
    return (
      <div className="mb-6">
        <Banner tone="info" title={`You decide as ${keyName(key.role, key.team)}`}>
          You also hold the key of {others.map((one) => keyName(one.role, one.team)).join(" and ")}, and decide on each.
        </Banner>
      </div>
    );
  }
  return (
    <div className="mb-6">
      <Banner tone={head.status === "RETURNED" ? "warning" : "info"} title={titleOf({ head, key })} actions={link}>
        {head.status === "SUBMITTED"
          ? `Open: ${head.keys.filter(({ state }) => state === "OPEN").map((one) => `${one.holder.name} as ${keyName(one.role, one.team)}`).join(", ")}.`
          : head.status === "RETURNED" && key
            ? "You can add points until it is resubmitted."
            : <>{STATUS_LOOK[head.status].label} <RelativeTime at={head.statusSince} now={now} zone={zone} />. This is the version that was submitted last.</>}
      </Banner>
    </div>
  );
}

function titleOf({ head, key }: Pick<Review, "head" | "key">): string {
  if (head.status === "RETURNED") return `The brief is with ${head.viewer.id === head.contactOwner.id ? "you" : head.contactOwner.name}`;
  if (head.status !== "SUBMITTED") return "There is nothing to decide";
  return key ? `You accepted version ${key.acceptedVersion ?? head.briefVersion} as ${keyName(key.role, key.team)}` : "Others decide on this handover";
}

/** What a lead's key decides on (P1.7), said once before the reading begins. */
export function CoversNote({ covers }: { covers: string | null | undefined }) {
  return covers ? <div className="mb-6"><Notice icon="key">{covers}</Notice></div> : null;
}

/** Why this key is asked again, or is not (B4), with the answers that decide it. */
export function AskedNote({ asked }: { asked: ReviewPage["asked"] }) {
  if (!asked) return null;
  return (
    <div className="mb-6">
      <Notice icon="key">{asked.reason}{asked.labels.length > 0 && ` Changed: ${listText(asked.labels.map((label) => `“${label}”`))}.`} ({asked.rule})</Notice>
    </div>
  );
}

/** P6.2: complex work that nobody of delivery has seen before the contract. */
export function UninvolvedNote({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : <div className="mb-6"><Notice tone="warning">{sentence} (P6.2)</Notice></div>;
}
