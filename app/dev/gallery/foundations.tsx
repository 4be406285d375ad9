import { Icon } from "@/components/ui/icon";
import { ICON_NAMES } from "@/components/ui/icon-names";
import { LIGHT } from "@/tailwind.config";
import { Row } from "./pair";

const COLOURS = Object.keys(LIGHT).filter((name) => !name.startsWith("shadow"));
const SIZES = [
  ["text-3xl font-semibold", "3xl", "A client is won"],
  ["text-2xl font-semibold", "2xl", "Handover of Lindholm Interiors"],
  ["text-xl font-semibold", "xl", "Purpose and success"],
  ["text-lg font-semibold", "lg", "What the client was promised"],
  ["text-md", "md", "For reading: the client sells furniture in four countries and wants one shop instead of four."],
  ["text-base", "base", "For working: lists, controls, tables. 0123456789"],
  ["text-sm", "sm", "For what stands beside: hints, times, legends."],
  ["text-xs", "xs", "For badges and axes."],
] as const;

export function Colours() {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {COLOURS.map((name) => (
        <li key={name} className="min-w-0">
          <span className="block h-10 rounded-md border border-line" style={{ background: `var(--${name})` }} />
          <span className="block truncate text-xs text-ink-2">{name}</span>
        </li>
      ))}
    </ul>
  );
}

export function Type() {
  return (
    <div className="space-y-4">
      {SIZES.map(([className, name, text]) => (
        <div key={name} className="grid gap-1 sm:grid-cols-[3rem_1fr] sm:items-baseline">
          <span className="text-xs text-ink-3">{name}</span>
          <p className={className}>{text}</p>
        </div>
      ))}
    </div>
  );
}

export function SpaceRadiusShadow() {
  return (
    <>
      <Row label="Radius: sm, md, lg, xl, full">
        {["rounded-sm", "rounded-md", "rounded-lg", "rounded-xl", "rounded-full"].map((radius) => <span key={radius} className={`size-12 border border-line-strong bg-surface ${radius}`} />)}
      </Row>
      <Row label="Shadow: sm, md, lg">
        {["shadow-sm", "shadow-md", "shadow-lg"].map((shadow) => <span key={shadow} className={`size-16 rounded-lg border border-line bg-raised ${shadow}`} />)}
      </Row>
      <Row label="Space: steps of 4 px">
        {["w-1", "w-2", "w-3", "w-4", "w-6", "w-8", "w-12"].map((width) => <span key={width} className={`h-6 bg-accent-soft border border-accent-line ${width}`} />)}
      </Row>
    </>
  );
}

export function Icons() {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-3">
      {ICON_NAMES.map((name) => (
        <li key={name} className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
          <Icon name={name} size={18} className="text-ink" />
          <span className="truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}
