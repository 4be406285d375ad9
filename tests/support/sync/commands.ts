import fc from "fast-check";

/**
 * What can happen to two devices that edit one brief: the same words drive the model and the real browser. Numbers pick
 * among what is there (a field, an open page, a message under way), so that every command makes sense at every time.
 */
export type Command =
  | { do: "type"; device: number; page: number; field: number }
  | { do: "wait" | "resume" | "leave" | "crash"; device: number; page: number }
  | { do: "open" | "cut" | "connect" | "expire" | "signIn" | "signInOther"; device: number }
  /** A message arrives and its answer is still under way; both ways in one; it arrives twice; it is lost; lost for now, and arrives late. */
  | { do: "arrive" | "deliver" | "repeat" | "lose" | "delay"; message: number }
  | { do: "restart" }
  | { do: "mine" | "theirs"; device: number; page: number; choice: number }
  | { do: "remove" | "undo" | "move"; device: number; page: number; row: number };

const small = fc.nat({ max: 5 });
const device = fc.nat({ max: 1 });
const page = fc.nat({ max: 1 });
const some = <T extends Command["do"]>(...words: T[]) => fc.constantFrom(...words);

export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: some("type"), device, page, field: small }) },
  { weight: 6, arbitrary: fc.record({ do: some("wait", "wait", "wait", "resume", "leave", "crash"), device, page }) },
  { weight: 5, arbitrary: fc.record({ do: some("open", "open", "open", "cut", "connect", "expire", "signIn", "signInOther"), device }) },
  { weight: 7, arbitrary: fc.record({ do: some("arrive", "deliver", "deliver", "deliver", "repeat", "lose", "delay"), message: small }) },
  { weight: 1, arbitrary: fc.record({ do: some("restart") }) },
  { weight: 2, arbitrary: fc.record({ do: some("mine", "theirs"), device, page, choice: small }) },
  { weight: 3, arbitrary: fc.record({ do: some("remove", "remove", "undo", "move"), device, page, row: fc.nat({ max: 1 }) }) },
);

export const interleaving = (length: number): fc.Arbitrary<Command[]> => fc.array(command, { minLength: 4, maxLength: length, size: "max" });

/** A command in one short line, for a failure's report. */
export const said = ({ do: word, ...rest }: Command): string => [word, ...Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`)].join(" ");
