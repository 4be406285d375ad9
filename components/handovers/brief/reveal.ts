/** Opens whatever folds an element away: what somebody typed, or has to choose, is in sight. */
export function reveal(element: Element): void {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}
