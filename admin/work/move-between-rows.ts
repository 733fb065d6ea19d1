import type { KeyboardEvent } from 'react';
import { nextIndex } from '../design/next-index';

/** Up and down move between the links of rows, Home and End to the first and the last. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = links.findIndex((link) => link === event.target);
  if (at < 0) return;
  const to = nextIndex(event.key, at, links.length, { axis: 'vertical', wrap: false });
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}
