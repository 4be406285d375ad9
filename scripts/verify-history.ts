// `npm run verify-history`: walks every chain of the history (B3), and says which one is broken and where.
import { historyProblems } from "./history";
import { withOwnerDatabase } from "./owner-database";
import { PlainProblem, runScript } from "./plain-problem";

runScript(async () => {
  const { events, problems } = await withOwnerDatabase(historyProblems);
  for (const { kind, stream, problem } of problems) console.error(`${kind.toLowerCase()} ${stream}: ${problem}`);
  if (problems.length) throw new PlainProblem(`${String(problems.length)} of the histories were changed outside the portal.`);
  console.log(`The history is whole: ${String(events)} events, every chain unbroken.`);
});
