import type { Metadata } from "next";
import { TextLink } from "@/components/ui/text-link";
import { Buttons, Layers } from "./actions";
import { Charts } from "./charts";
import { FieldErrors, Fields } from "./forms";
import { Colours, Icons, SpaceRadiusShadow, Type } from "./foundations";
import { Details, Tables } from "./lists";
import { Pair, type Pane } from "./pair";
import { Emptiness, Messages, Meters, Pages, States } from "./words";

export const metadata: Metadata = { title: "Gallery" };

/** Every component in both themes; `?theme=light`, `dark` or `system` shows one of them alone. No data. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<{ theme?: string | string[] }> }) {
  const { theme } = await searchParams;
  const panes: Pane[] = theme === "light" || theme === "dark" || theme === "system" ? [theme] : ["light", "dark"];
  return (
    <main id="main" tabIndex={-1} data-theme={panes.length === 1 ? panes[0] : undefined} className="min-h-dvh bg-canvas text-ink outline-none">
      <div className="mx-auto max-w-wide px-4 py-10 sm:px-6">
        <h1 className="text-2xl font-semibold">Gallery</h1>
        <p className="mt-1 max-w-reading text-md text-ink-2">
          Every component, in every state. Shown in <TextLink href="/dev/gallery">both themes</TextLink>, <TextLink href="/dev/gallery?theme=light">light</TextLink> or <TextLink href="/dev/gallery?theme=dark">dark</TextLink>.
          Whole frames: <TextLink href="/dev/gallery/shell">a signed-in page</TextLink>, <TextLink href="/dev/gallery/reading">a long text</TextLink>, <TextLink href="/dev/gallery/auth">one thing in the middle</TextLink>.
        </p>
        <Pair title="Colours" panes={panes}>{() => <Colours />}</Pair>
        <Pair title="Type" panes={panes}>{() => <Type />}</Pair>
        <Pair title="Space radius shadow" panes={panes}>{() => <SpaceRadiusShadow />}</Pair>
        <Pair title="Buttons" panes={panes}>{() => <Buttons />}</Pair>
        <Pair title="Layers" panes={panes}>{(pane) => <Layers pane={pane} />}</Pair>
        <Pair title="States" panes={panes}>{() => <States />}</Pair>
        <Pair title="Messages" panes={panes}>{() => <Messages />}</Pair>
        <Pair title="Meters" panes={panes}>{() => <Meters />}</Pair>
        <Pair title="Pages" panes={panes}>{() => <Pages />}</Pair>
        <Pair title="Tables" panes={panes}>{(pane) => <Tables pane={pane} />}</Pair>
        <Pair title="Details" panes={panes}>{() => <Details />}</Pair>
        <Pair title="Emptiness" panes={panes}>{() => <Emptiness />}</Pair>
        <Pair title="Fields" panes={panes}>{(pane) => <Fields pane={pane} />}</Pair>
        <Pair title="Field errors" panes={panes}>{(pane) => <FieldErrors pane={pane} />}</Pair>
        <Pair title="Charts" panes={panes}>{() => <Charts />}</Pair>
        <Pair title="Icons" panes={panes}>{() => <Icons />}</Pair>
      </div>
    </main>
  );
}
