"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { ConflictBanner, Versions } from "@/components/handovers/brief/conflict";
import { FormProblems } from "@/components/people/form-problems";
import { useFormAction } from "@/components/people/use-form-action";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { answerDiscoveryAction, type AnswerSent } from "@/lib/discovery/actions";
import { STANDINGS } from "@/lib/discovery/format";
import type { DiscoveryQuestion } from "@/lib/discovery/queries/discovery";
import { typedOf } from "@/lib/discovery/rules/typed";
import { textOfValue } from "@/lib/handovers/rules/answers";
import { QuestionControl } from "./question-control";

type Seen = { revision: number; seenIn: string };
type QuestionFormProps = {
  dealId: string;
  question: Pick<DiscoveryQuestion, "id" | "ask" | "value" | "revision" | "reason"> & { field: NonNullable<DiscoveryQuestion["field"]> };
  /** On what opens it, and whether it stands open from the start. */
  label: string;
  isOpen: boolean;
  /** The brief in which it was read; empty while there is none. */
  seenIn: string;
  currency: string;
  /** Where to go on once this question is out of the list. */
  nextId: string | null;
};

/**
 * One answer, kept over what was seen when somebody began to type: a refresh meanwhile does not move it. Where somebody else was
 * first both stand side by side, before and without JavaScript too; what was typed stays until it is kept.
 */
export function QuestionForm({ dealId, question: { id, ask, field, value, revision, reason }, label, isOpen, seenIn, currency, nextId }: QuestionFormProps) {
  const { form, send, pending, errorOf, failure, result, idOf } = useFormAction(answerDiscoveryAction, { done: "Kept", prefix: `${id}-` });
  const [typing, setTyping] = useState<{ seen: Seen; since: unknown } | null>(null);
  const [taken, setTaken] = useState<unknown>(null);
  const fold = useRef<HTMLDetailsElement>(null);
  const leaving = useRef<string | null>(null);

  const current = result?.ok && result.data.outcome === "conflict" && taken !== result ? result.data.current : null;
  const isSaved = result?.ok === true && result.data.outcome === "saved";
  const typed = !isSaved && taken !== result && result && "typed" in result ? (result as AnswerSent).typed : null;
  const isTyping = typing !== null && typing.since === result;
  const seen: Seen = current ? { revision: current.revision, seenIn: current.seenIn ?? "" } : isTyping ? typing.seen : { revision, seenIn };
  const isUnsent = isTyping || current !== null || failure !== null;

  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsent]);

  useEffect(() => {
    if (result && !isSaved) leaving.current = null;
    if (isSaved && fold.current) {
      fold.current.open = false;
      fold.current.querySelector("summary")?.focus();
    } else if (result) fold.current?.querySelector<HTMLElement>("[aria-invalid], [data-conflict]")?.focus();
  }, [result, isSaved]);

  // a question that is answered leaves the list of those that are not: the next one takes the focus
  useEffect(() => () => { if (leaving.current) document.getElementById(leaving.current)?.focus(); }, []);

  const words = (state: keyof typeof SAID, said: string) => (state === "VALUE" ? said : SAID[state]);
  return (
    <details ref={fold} className="disclosure" open={isOpen || current !== null || failure !== null}>
      <summary className="inline-flex min-h-8 items-center gap-1 rounded-sm text-sm text-accent-ink hover:underline pointer-coarse:min-h-11">
        <Icon name="chevron-right" size={14} className="chevron" />{label}<span className="sr-only">: {ask}</span>
      </summary>
      <form
        {...form} noValidate className="space-y-4 pt-2"
        onInput={() => { if (!isTyping) setTyping({ seen, since: result }); }}
        onSubmit={(event) => { event.preventDefault(); leaving.current = nextId; send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter); }}
      >
        {failure && !failure.fields && <FormProblems problems={[{ field: "", message: failure.message }]} />}
        <input type="hidden" name="id" value={dealId} />
        <input type="hidden" name="field" value={id} />
        <input type="hidden" name="base" value={seen.revision} />
        <input type="hidden" name="seenIn" value={seen.seenIn} />
        <div key={taken === null ? "mine" : "theirs"}>
          <QuestionControl id={idOf("value")} field={field} typed={typed ?? typedOf(value, currency)} error={errorOf("value")} />
        </div>
        {current && typed && (
          <ConflictBanner
            title={current.isYours ? "You have kept another answer yourself, in another tab or on another device" : `${current.by ?? "Somebody"} has kept another answer meanwhile`}
            note={`Nothing was overwritten. Keep ${current.isYours ? "what is here" : "yours"} instead, or leave ${leftAs(current)}.`}
            actions={<Button type="button" size="sm" onClick={() => setTaken(result)}>Leave {leftAs(current)}</Button>}
          >
            <Versions theirs={words(current.state, current.text || "Nothing")} mine={typed.reason || textOfTyped(field, typed) || "Nothing"} isText={field.type === "longText"} isYours={current.isYours} />
          </ConflictBanner>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="state" value="VALUE" variant={current ? "primary" : "secondary"} pending={pending}>{current ? "Keep mine instead" : "Keep the answer"}</Button>
          <Button type="submit" name="state" value="UNKNOWN" variant="ghost" pending={pending}>The client does not know yet</Button>
        </div>
        <details className="disclosure" open={errorOf("reason") !== undefined || (typed?.reason ?? reason) !== ""}>
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11"><Icon name="chevron-right" size={14} className="chevron" />It does not apply here</summary>
          <div className="mt-1 space-y-3 border-s-2 border-line py-1 ps-3">
            <Field id={idOf("reason")} label="Why not" error={errorOf("reason")}>
              {(control) => <TextArea {...control} name="reason" rows={2} className="!min-h-0" defaultValue={typed?.reason ?? reason} />}
            </Field>
            <Button type="submit" name="state" value="NOT_APPLICABLE" pending={pending}>Keep it as not applicable</Button>
          </div>
        </details>
      </form>
    </details>
  );
}

const SAID = { VALUE: STANDINGS.answered, UNKNOWN: "The client does not know yet", NOT_APPLICABLE: STANDINGS.notApplicable } as const;

const leftAs = ({ isYours }: { isYours: boolean }) => (isYours ? "the other one" : "theirs");

/** What was typed, in words: an option by its label. */
const textOfTyped = ({ type, options }: QuestionFormProps["question"]["field"], { value, values, currency }: AnswerSent["typed"]): string =>
  type === "choices" ? textOfValue({ type, options }, values)
  : type === "choice" ? textOfValue({ type, options }, value)
  : type === "yesNo" ? (value === "true" ? "Yes" : value === "false" ? "No" : "")
  : type === "money" && value !== "" ? `${currency} ${value}` : value;
