import { Icon } from "@/components/ui/icon";
import type { Theme } from "./theme";

const CHOICES = [
  { theme: "system", label: "As the device", icon: "monitor" },
  { theme: "light", label: "Light", icon: "sun" },
  { theme: "dark", label: "Dark", icon: "moon" },
] as const;

/** Light, dark or as the device says: plain HTML, to which `ThemeListener` listens. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <div role="group" aria-label="Theme" className="inline-flex rounded-md border border-line bg-sunken p-0.5">
      {CHOICES.map((choice) => (
        <button
          key={choice.theme}
          type="button"
          data-theme-choice={choice.theme}
          aria-pressed={theme === choice.theme}
          aria-label={choice.label}
          title={choice.label}
          className="theme-choice"
        >
          <Icon name={choice.icon} />
        </button>
      ))}
    </div>
  );
}
