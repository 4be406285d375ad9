"use client";

import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { Theme } from "./theme";

const CHOICES = [
  { theme: "system", label: "As the device", icon: "monitor" },
  { theme: "light", label: "Light", icon: "sun" },
  { theme: "dark", label: "Dark", icon: "moon" },
] as const;

/** Light, dark or as the device says. Takes effect at once and is kept in a cookie, which the server reads before the first paint. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme);

  function choose(next: Theme) {
    setChosen(next);
    applyTheme(next);
  }

  return (
    <div role="group" aria-label="Theme" className="inline-flex rounded-md border border-line bg-sunken p-0.5">
      {CHOICES.map((choice) => (
        <button
          key={choice.theme}
          type="button"
          aria-pressed={chosen === choice.theme}
          aria-label={choice.label}
          title={choice.label}
          onClick={() => choose(choice.theme)}
          className={cx("grid h-7 w-9 place-items-center rounded-sm pointer-coarse:h-11 pointer-coarse:w-11", chosen === choice.theme ? "bg-raised text-accent-ink shadow-sm ring-1 ring-line" : "text-ink-2 hover:text-ink")}
        >
          <Icon name={choice.icon} />
        </button>
      ))}
    </div>
  );
}

function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
}
