import type { Page } from '@playwright/test';

/** What a walk with Tab alone found. Both must be empty. */
export interface Walk {
  /** Controls that Tab never came to. */
  readonly unreached: readonly string[];
  /** Controls that do not look otherwise while they have the focus. */
  readonly unseen: readonly string[];
  readonly reached: number;
}

declare global {
  interface Window {
    keptWalk?: { readonly looks: Map<Element, string>; readonly reached: Set<Element>; last?: Element };
  }
}

const most = 300;

/** Presses Tab on a page, or in the dialog that is open, until it comes round. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(begin);
  const unseen: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(lookAtFocus);
    if (step === 'round') break;
    if (step !== 'seen') unseen.push(step);
  }
  return page.evaluate(end, unseen);
}

// The functions below run in the page: each stands for itself.

function begin(): void {
  const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body; // one over another: the last
  const lookOf = (element: Element) => {
    // a row, a card or a drawn box may show it for the control within
    const near: (Element | null | undefined)[] = [
      element,
      element.nextElementSibling,
      element.closest('tr, li, label'),
    ];
    for (let above = element.parentElement; above && near.length < 7; above = above.parentElement) near.push(above);
    return near
      .map((one) => {
        if (!one) return '';
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, top } =
          getComputedStyle(one);
        return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, top].join();
      })
      .join(' | ');
  };
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const controls = [...scope.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].filter(
    (one) => one instanceof HTMLElement && one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
  );
  window.keptWalk = { looks: new Map(controls.map((one) => [one, lookOf(one)])), reached: new Set() };
  Object.assign(window, { keptLookOf: lookOf });
}

function lookAtFocus(): string {
  const walk = window.keptWalk;
  const at = document.activeElement;
  if (!walk || !at || at === document.body || at.matches('dialog')) return 'seen'; // between the end and the beginning
  if (at === walk.last) return 'seen'; // a date has several places to be in
  walk.last = at;
  if (walk.reached.has(at)) return 'round';
  walk.reached.add(at);
  const lookOf = (window as unknown as { keptLookOf: (element: Element) => string }).keptLookOf;
  const before = walk.looks.get(at);
  if (before === undefined || lookOf(at) !== before) return 'seen';
  return `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 60) ?? ''}`;
}

function end(unseen: readonly string[]): Walk {
  const walk = window.keptWalk;
  if (!walk) throw new Error('no walk was begun');
  const groupOf = (one: Element) => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined);
  const groups = new Set([...walk.reached].map(groupOf));
  const unreached = [...walk.looks.keys()]
    .filter((one) => one.isConnected && !walk.reached.has(one))
    // of the rows of a table one is come to by Tab: another one, once a live one has come in before it
    .filter((one) => one instanceof HTMLElement && one.tabIndex >= 0)
    // one of several radio buttons is reached by Tab, the others by arrows
    .filter((one) => groupOf(one) === undefined || !groups.has(groupOf(one)))
    .map(
      (one) =>
        `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 60) ?? ''}`,
    );
  return { unreached, unseen, reached: walk.reached.size };
}
