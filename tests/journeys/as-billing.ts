import type { Page } from '@playwright/test';
import { expect, pressEnter } from './watched';

/** Whatever is ready leaves, by the keys of the list of claims. */
export async function sendNow(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Send the claims that are ready' });
  const send = dialog.getByRole('button', { name: 'Send', exact: true });
  await pressEnter(send);
  await page.getByRole('heading', { level: 1, name: /^Batch / }).waitFor();
}

/** What the payer has agreed to after all is noted with her insurance. */
export async function authorize(
  page: Page,
  { number, fromDay, untilDay }: { readonly number: string; readonly fromDay: string; readonly untilDay: string },
): Promise<void> {
  await page.getByRole('tab', { name: 'Insurance' }).click();
  await pressEnter(page.getByRole('button', { name: 'Add an authorization' }));
  const dialog = page.getByRole('dialog', { name: 'Add an authorization by NORTH MUTUAL' });
  await dialog.getByLabel('Number').fill(number);
  await dialog.getByLabel('First day').fill(fromDay);
  await dialog.getByLabel('Last day').fill(untilDay);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}
