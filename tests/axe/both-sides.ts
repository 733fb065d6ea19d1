import type { Page } from '@playwright/test';
import { colourViolationsOf, violationsOf } from './violations';

/** What axe finds in one place after the other, light and dark. */
export interface BothSides {
  /** Looks at the page as it stands; `place` names it in what is found. */
  see(page: Page, place: string): Promise<void>;
  /** Must stay empty. */
  readonly found: readonly string[];
}

/** One page, once loaded, is looked at on both sides: every rule on the light one, those of colour on the dark one. */
export function bothSides(): BothSides {
  const found: string[] = [];
  const look = async (page: Page, side: 'light' | 'dark', place: string) => {
    await page.emulateMedia({ colorScheme: side });
    await settled(page);
    const lines = side === 'light' ? await violationsOf(page) : await colourViolationsOf(page);
    found.push(...lines.map((line) => `${place}, ${side}: ${line}`));
  };
  return {
    found,
    see: async (page, place) => {
      await look(page, 'light', place);
      await look(page, 'dark', place);
    },
  };
}

/** Nothing moves any more: a colour half way there has no contrast to judge. What moves for ever (a skeleton) is not waited for. */
const settled = (page: Page) =>
  page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map((one) => one.finished.catch(() => undefined)),
    ).then(() => undefined),
  );
