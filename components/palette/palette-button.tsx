import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

/** Opens the palette by pointer; plain HTML, heard by `Palette`. */
export function PaletteButton() {
  return (
    <button
      type="button" data-palette aria-keyshortcuts="Control+K Meta+K" title="Commands"
      className="flex min-h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink max-lg:min-h-10 max-lg:justify-center pointer-coarse:min-h-11"
    >
      <Icon name="keyboard" />
      <span className="flex-1 text-start max-lg:sr-only">Commands</span>
      <span className="flex gap-1 max-lg:hidden"><Kbd inherit>Ctrl</Kbd><Kbd inherit>K</Kbd></span>
    </button>
  );
}
