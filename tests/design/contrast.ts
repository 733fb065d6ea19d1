/** Relative luminance and contrast ratio as WCAG 2.2 defines them. Colours are `#rrggbb`. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What `color-mix(in srgb, a share, b)` gives. */
export function mix(a: string, share: number, b: string): string {
  const [from, to] = [channels(a), channels(b)];
  return `#${from.map((value, i) => hex(value * share + (to[i] ?? 0) * (1 - share))).join('')}`;
}

/** The custom properties that a style sheet sets on a selector. */
export function tokensOf(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no rule for ${selector}`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): readonly number[] {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!match) throw new Error(`"${color}" is not written #rrggbb`);
  return match.slice(1).map((part) => Number.parseInt(part, 16));
}

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');
