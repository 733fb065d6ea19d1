const gap = 4;
const margin = 8;

export interface Placing {
  readonly side?: 'below' | 'above';
  readonly align?: 'start' | 'end' | 'center';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a popup of a size stands beside its anchor, in viewport pixels: on the wanted side if it fits there, else on the
 * other; never outside the viewport.
 */
export function placeOf(
  anchor: Box,
  popup: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
  { side = 'below', align = 'start' }: Placing = {},
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - popup.height;
  const fitsBelow = below + popup.height <= viewport.height - margin;
  const goesBelow = side === 'below' ? fitsBelow || above < margin : above < margin;
  const free = anchor.width - popup.width;
  const left = anchor.left + { start: 0, end: free, center: free / 2 }[align];
  const most = viewport.width - margin - popup.width;
  return { left: Math.round(Math.max(margin, Math.min(left, most))), top: Math.round(goesBelow ? below : above) };
}

/** Puts a popup that is already shown beside its anchor. */
export function placeBeside(anchor: Element, popup: HTMLElement, placing?: Placing): void {
  const place = placeOf(
    anchor.getBoundingClientRect(),
    { width: popup.offsetWidth, height: popup.offsetHeight },
    { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
    placing,
  );
  popup.style.left = `${place.left}px`;
  popup.style.top = `${place.top}px`;
}
