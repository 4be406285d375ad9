"use client";

import { useEffect } from "react";

/** The choice of a `ThemeSwitch` takes effect at once, and is kept in a cookie, which the server reads before the first paint. */
export function ThemeListener() {
  useEffect(() => {
    const listen = ({ target }: MouseEvent) => {
      const theme = target instanceof Element && target.closest<HTMLElement>("[data-theme-choice]")?.dataset.themeChoice;
      if (theme) choose(theme);
    };
    document.addEventListener("click", listen);
    return () => document.removeEventListener("click", listen);
  }, []);
  return null;
}

function choose(theme: string) {
  document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll<HTMLElement>("[data-theme-choice]")) button.ariaPressed = String(button.dataset.themeChoice === theme);
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
}
