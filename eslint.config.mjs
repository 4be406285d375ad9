import next from "eslint-config-next";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/.next/", ".data/", "node_modules/", "lib/platform/generated/", "next-env.d.ts", "public/", "test-results/", "playwright-report/"] },
  // React's rules read files that draw something; what is only functions has no use for them.
  ...next.map((config) => (config.plugins?.react && !config.ignores ? { ...config, files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "**/*.tsx"] } : config)),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An un-awaited query never runs.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-console": "error",
      // Plain anchors on purpose: a list of links that prefetch costs more than half of the throughput.
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
  // Vitest reads the fixtures a test needs from the pattern, also from an empty one.
  { files: ["tests/support/**"], rules: { "no-empty-pattern": "off" } },
);
