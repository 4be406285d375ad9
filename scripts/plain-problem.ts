/** A problem the person who typed the command can mend; it is printed as one sentence, without a stack. */
export class PlainProblem extends Error {}

/** Runs a script's main function and ends the process: a plain problem is one sentence, anything else keeps its stack; both exit 1. */
export function runScript(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0), // libraries may leave timers running
    (error: unknown) => {
      if (error instanceof PlainProblem) console.error(error.message);
      else console.error(error);
      process.exit(1);
    },
  );
}
