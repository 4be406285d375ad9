// Writes the Prisma client. The command line looks for an engine binary that `generate` never runs, and would
// download it; any executable satisfies the look.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const { status } = spawnSync(process.execPath, [join(root, "node_modules/prisma/build/index.js"), "generate", "--no-hints"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
});
process.exit(status ?? 1);
