/** The value below which a part (0 to 1) of the values lies, interpolated as SQL's percentile_cont; null of none. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number | null => percentile(values, 0.5);
