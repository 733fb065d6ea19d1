interface Roving {
  readonly axis: 'vertical' | 'horizontal';
  /** After the last comes the first. */
  readonly wrap: boolean;
}

/** Where a key moves in a row of things, or undefined when it moves nowhere. `index` -1 means that none is chosen yet. */
export function nextIndex(key: string, index: number, count: number, { axis, wrap }: Roving): number | undefined {
  const [back, on] = axis === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== back && key !== on) return undefined;
  if (index < 0) return key === on ? 0 : count - 1;
  const to = key === on ? index + 1 : index - 1;
  if (wrap) return (to + count) % count;
  return to < 0 || to >= count ? undefined : to;
}
