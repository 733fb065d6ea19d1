import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 AA and what axe calls best practice. No rule and no part of the page is left out. */
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ between the light and the dark side of one page. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page as it stands, as lines to read. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  found(page, { type: 'tag', values: [...everyRule] });

/** The same of its colours alone. */
export const colourViolationsOf = (page: Page): Promise<readonly string[]> =>
  found(page, { type: 'rule', values: [...rulesOfColour] });

/**
 * The "legacy" way asks in the page itself: the other opens a second page for frames of elsewhere, which Kept has not, and takes
 * seven times as long (measured). Details of what passed are not carried over.
 */
async function found(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
