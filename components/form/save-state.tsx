import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";

type SaveStateProps =
  | { state: "idle" | "saving" | "retrying" | "offline" | "kept" | "unkept" }
  | { state: "saved"; /** "14:03", in the reader's zone. */ at: string }
  | { state: "stale"; /** Goes to what is to be chosen. */ onChoose?: () => void }
  | { state: "refused"; /** How many answers are not saved as they stand. */ count: number; onChoose?: () => void };

const WORDS: Record<Exclude<SaveStateProps["state"], "saved" | "idle" | "refused">, { icon: IconName; text: string; className: string }> = {
  saving: { icon: "loader", text: "Saving", className: "text-ink-2" },
  retrying: { icon: "refresh", text: "Not saved, retrying", className: "text-warning-ink" },
  offline: { icon: "cloud-off", text: "Offline, kept on this device", className: "text-warning-ink" },
  kept: { icon: "cloud-off", text: "Not saved, kept on this device", className: "text-warning-ink" },
  unkept: { icon: "alert-triangle", text: "Not saved: keep this page open", className: "text-danger-ink" },
  stale: { icon: "alert-triangle", text: "Not saved: changed meanwhile", className: "text-danger-ink" },
};

/** The one fixed place that says whether what was typed is safe. Announced politely, and only when it changes. */
export function SaveState(props: SaveStateProps) {
  return (
    <span role="status" className="inline-flex min-h-6 items-center gap-1.5 text-sm whitespace-nowrap">
      {props.state === "saved" && (
        <>
          <Icon name="cloud-check" className="text-success-ink" />
          <span className="text-ink-2">Saved {props.at}</span>
        </>
      )}
      {props.state === "refused" && (
        <>
          <Icon name="alert-circle" className="text-danger-ink" />
          <span className="text-danger-ink">{props.count === 1 ? "1 answer is not saved" : `${props.count} answers are not saved`}</span>
        </>
      )}
      {props.state !== "saved" && props.state !== "idle" && props.state !== "refused" && (
        <>
          <Icon name={WORDS[props.state].icon} className={props.state === "saving" ? "spin text-ink-3" : WORDS[props.state].className} />
          <span className={WORDS[props.state].className}>{WORDS[props.state].text}</span>
        </>
      )}
      {(props.state === "stale" || props.state === "refused") && props.onChoose && (
        <button type="button" onClick={props.onChoose} className="ms-1 min-h-6 rounded-sm font-medium text-accent-ink underline underline-offset-2 pointer-coarse:min-h-11">{props.state === "stale" ? "Choose" : "Show"}</button>
      )}
    </span>
  );
}
