interface Scale {
  readonly from: number;
  readonly to: number;
  /** Where lines are drawn, lowest first. */
  readonly ticks: readonly number[];
}

/** A scale of round whole numbers that holds 0 and every value, in about so many steps. */
export function scaleOf(values: readonly number[], steps = 4): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((high - low) / steps);
  const [from, to] = [Math.floor(low / step), Math.max(Math.ceil(high / step), low < 0 ? 0 : 1)];
  return {
    from: from * step,
    to: to * step,
    ticks: Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step),
  };
}

/** The next of 1, 2, 5, 10, 20 … */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power;
}

/** Where each part of a bar begins and ends: what is positive grows up from 0, what is negative down. */
export function stacked(parts: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  let [up, down] = [0, 0];
  return parts.map((part) => {
    const from = part < 0 ? down : up;
    if (part < 0) down += part;
    else up += part;
    return { from, to: from + part };
  });
}

/** Every how many bars a name has room below, where the widest has so many letters. */
export function namedEvery(band: number, letters: number, letterWidth = 6.4): number {
  return Math.max(1, Math.ceil((letters * letterWidth + 6) / Math.max(1, band)));
}
