import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Settings that any module may ask for; a database test gets the address of its own database before it imports anything. */
const env = {
  AUTH_SECRET: "a-secret-for-tests-of-more-than-32-characters",
  PUBLIC_URL: "http://localhost:3000",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  LOG_LEVEL: "silent",
  STORAGE_DIR: resolve(tmpdir(), `portal-test-documents-${process.pid}`),
};
const shared = { alias: { "@": root, "server-only": resolve(root, "scripts/server-only.ts") } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { resolve: shared, test: { name: "unit", env, include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 20_000 } },
      {
        resolve: shared,
        test: {
          name: "db",
          env,
          include: ["tests/db/**/*.test.{ts,tsx}", "tests/stories/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/cluster-database.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
