import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

/**
 * The design tokens. Every colour, size, radius and shadow on a screen comes from here.
 *
 * A colour exists once per theme, under the same name; the plugin below writes both sets as CSS variables.
 * `tests/unit/components/tokens.test.ts` holds the pairs that must keep AA contrast.
 */
export const LIGHT = {
  canvas: "#fbfaf8",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f4f3ef",
  hover: "#f3f1ed",
  line: "#e5e2dc",
  "line-strong": "#8a877f",
  ink: "#1d1c1a",
  "ink-2": "#54524c",
  "ink-3": "#68665f",
  accent: "#4a47c9",
  "accent-hover": "#3b38ad",
  "accent-ink": "#4340bd",
  "accent-soft": "#efeefb",
  "accent-line": "#c9c7f0",
  "on-accent": "#ffffff",
  "success-ink": "#1a6a42",
  "success-soft": "#e8f4ed",
  "success-line": "#b7dcc7",
  "warning-ink": "#85500a",
  "warning-soft": "#fcf2df",
  "warning-line": "#ecd09c",
  "danger-ink": "#b0261e",
  "danger-soft": "#fcecea",
  "danger-line": "#f0c2bd",
  danger: "#b0261e",
  "danger-hover": "#8f1d17",
  "on-danger": "#ffffff",
  "chart-1": "#5a57d6",
  "chart-2": "#1c8583",
  "chart-3": "#b3741a",
  "chart-4": "#bf4769",
  "chart-5": "#6b7688",
  "chart-6": "#4a8a3d",
  scrim: "rgb(29 28 26 / 0.32)",
  "shadow-sm": "0 1px 2px rgb(29 28 26 / 0.06)",
  "shadow-md": "0 2px 4px rgb(29 28 26 / 0.05), 0 8px 24px rgb(29 28 26 / 0.10)",
  "shadow-lg": "0 4px 8px rgb(29 28 26 / 0.06), 0 24px 64px rgb(29 28 26 / 0.18)",
} as const;

export type Token = keyof typeof LIGHT;

export const DARK: Record<Token, string> = {
  canvas: "#131312",
  surface: "#191918",
  raised: "#21211f",
  sunken: "#0e0e0d",
  hover: "#232321",
  line: "#2d2c29",
  "line-strong": "#78766e",
  ink: "#efede8",
  "ink-2": "#b6b3ab",
  "ink-3": "#9a978f",
  accent: "#6461de",
  "accent-hover": "#5754cf",
  "accent-ink": "#aaa8f8",
  "accent-soft": "#23223f",
  "accent-line": "#43417c",
  "on-accent": "#ffffff",
  "success-ink": "#70c99a",
  "success-soft": "#14271d",
  "success-line": "#265039",
  "warning-ink": "#e5b25f",
  "warning-soft": "#2b2211",
  "warning-line": "#594519",
  "danger-ink": "#f4988f",
  "danger-soft": "#331b19",
  "danger-line": "#6c332d",
  danger: "#c13a31",
  "danger-hover": "#ad322a",
  "on-danger": "#ffffff",
  "chart-1": "#8d8bf4",
  "chart-2": "#4fb7b4",
  "chart-3": "#d8a14a",
  "chart-4": "#e0829f",
  "chart-5": "#98a3b6",
  "chart-6": "#86be78",
  scrim: "rgb(0 0 0 / 0.6)",
  "shadow-sm": "0 1px 2px rgb(0 0 0 / 0.4)",
  "shadow-md": "0 2px 4px rgb(0 0 0 / 0.4), 0 8px 24px rgb(0 0 0 / 0.5)",
  "shadow-lg": "0 4px 8px rgb(0 0 0 / 0.4), 0 24px 64px rgb(0 0 0 / 0.6)",
};

const variables = (tokens: Record<Token, string>, scheme: "light" | "dark"): Record<string, string> => ({
  "color-scheme": scheme,
  ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value])),
});

const colourNames = Object.keys(LIGHT).filter((name) => !name.startsWith("shadow-"));
const colors = Object.fromEntries(colourNames.map((name) => [name, `var(--${name})`]));

const config: Config = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    // Replaced, not extended: a colour that is not a token cannot be written.
    colors: { ...colors, transparent: "transparent", current: "currentColor", inherit: "inherit" },
    fontFamily: {
      sans: ["var(--font-geist-sans)", "ui-sans-serif", "system-ui", "sans-serif"],
    },
    // `base` is for the working surface, `md` for reading, `2xl` for the one heading of a page.
    fontSize: {
      xs: ["0.75rem", { lineHeight: "1rem" }],
      sm: ["0.8125rem", { lineHeight: "1.25rem" }],
      base: ["0.875rem", { lineHeight: "1.375rem" }],
      md: ["1rem", { lineHeight: "1.625rem" }],
      lg: ["1.125rem", { lineHeight: "1.625rem", letterSpacing: "-0.01em" }],
      xl: ["1.375rem", { lineHeight: "1.875rem", letterSpacing: "-0.015em" }],
      "2xl": ["1.75rem", { lineHeight: "2.125rem", letterSpacing: "-0.02em" }],
      "3xl": ["2.25rem", { lineHeight: "2.625rem", letterSpacing: "-0.025em" }],
    },
    borderRadius: { none: "0", sm: "4px", md: "6px", lg: "10px", xl: "14px", full: "9999px" },
    boxShadow: { none: "none", sm: "var(--shadow-sm)", md: "var(--shadow-md)", lg: "var(--shadow-lg)" },
    extend: {
      maxWidth: { form: "40rem", reading: "44rem", page: "72rem", wide: "88rem" },
      spacing: { gutter: "1.5rem", section: "3rem", sidebar: "15.5rem", rail: "3.75rem", bar: "3.25rem" },
      transitionDuration: { DEFAULT: "120ms" },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root, [data-theme="light"]': variables(LIGHT, "light"),
        '[data-theme="dark"]': variables(DARK, "dark"),
        "@media (prefers-color-scheme: dark)": { '[data-theme="system"]': variables(DARK, "dark") },
        // Paper is white, whatever the screen is.
        "@media print": { ":root, [data-theme]": variables(LIGHT, "light") },
      });
    }),
  ],
};

export default config;
