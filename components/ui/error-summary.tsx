"use client";

import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import { Icon } from "./icon";

type Problem = { /** The control's id, without "#". */ field: string; message: string };

/** What a schema says of any text that is missing (lib/platform/text.ts); the summary says of which. */
const ANY_TEXT = "Please fill this in.";

/** What stops the form, each line a link to its field, in the field's own words. Takes focus when it appears or changes. */
export function ErrorSummary({ problems, title = "There is a problem" }: { problems: Problem[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const shown = problems.map((problem) => `${problem.field}:${problem.message}`).join("|");

  useEffect(() => {
    if (!shown) return;
    box.current?.focus();
    for (const one of shown.split("|")) markUntilTyped(one.slice(0, one.indexOf(":")));
  }, [shown]);

  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby={titleId} className="rounded-lg border border-danger-ink bg-danger-soft px-4 py-3">
      <h2 id={titleId} className="flex items-center gap-2 text-md font-semibold">
        <Icon name="alert-circle" size={18} className="text-danger-ink" />
        {title}
      </h2>
      <ul className="mt-1 space-y-1 ps-[1.625rem]">
        {problems.map((problem) => (
          <li key={`${problem.field}:${problem.message}`}>
            <a href={`#${problem.field}`} className="link inline-block py-0.5 text-danger-ink !decoration-current" onClick={(event) => goToField(event, problem.field)}>
              <Words {...problem} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the sentence would fit any field, the field's label goes before it. */
function Words({ field, message }: Problem) {
  const label = useSyncExternalStore(never, () => labelOf(field), () => "");
  return message === ANY_TEXT && label !== "" ? `${label}: please fill this in.` : message;
}

const never = () => () => undefined;
/** What stands above a control, without “(optional)”. */
const labelOf = (field: string): string => document.querySelector(`label[for="${CSS.escape(field)}"]`)?.firstChild?.textContent?.trim() ?? "";

/** The control looks wrong until somebody writes in it. */
function markUntilTyped(field: string) {
  const control = document.getElementById(field);
  if (!control?.matches("input, select, textarea")) return;
  control.setAttribute("aria-invalid", "true");
  control.addEventListener("input", () => control.removeAttribute("aria-invalid"), { once: true });
}

/** A fragment alone scrolls but does not focus; the reader wants to type. Its label should be in view, too. */
function goToField(event: React.MouseEvent, field: string) {
  const target = document.getElementById(field);
  if (!target) return;
  event.preventDefault();
  (target.closest("[data-field]") ?? target).scrollIntoView({ block: "center" });
  const control = target.matches("fieldset, [role=group]") ? target.querySelector<HTMLElement>("input, select, textarea, button") : target;
  control?.focus({ preventScroll: true });
}
