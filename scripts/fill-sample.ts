// Migrates the sample's database and fills it; the supervisor runs this with DATABASE_URL naming it, as its owner.
import { migrate } from "./migrate";
import { PlainProblem, runScript } from "./plain-problem";

runScript(async () => {
  const { DATABASE_URL, AUTH_SECRET } = process.env;
  if (!DATABASE_URL || !AUTH_SECRET) throw new PlainProblem("Set DATABASE_URL (the sample database's owner) and AUTH_SECRET.");
  await migrate(DATABASE_URL, AUTH_SECRET);
  const { seedSample } = await import("@/lib/sample/seed");
  await seedSample(DATABASE_URL);
});
