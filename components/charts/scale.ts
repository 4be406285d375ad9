import { scaleLinear } from "d3-scale";

/**
 * A vertical axis from 0 to a round number above the largest value, and where its lines are, in pixels from the top.
 * Values are not negative; lines stand at whole numbers when all values are whole.
 */
export function valueAxis(values: readonly number[], height: number): { y: (value: number) => number; ticks: number[] } {
  const most = Math.max(0, ...values);
  const scale = scaleLinear().domain([0, most || 1]).range([height, 0]).nice(4);
  const whole = values.every(Number.isInteger);
  return { y: (value) => scale(value), ticks: scale.ticks(4).filter((tick) => !whole || Number.isInteger(tick)) };
}

/** Every how many points one is labelled, so that labels do not run into each other. */
export function labelStep(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}
