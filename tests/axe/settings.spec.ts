import type { Page } from '@playwright/test';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

const narrow = { width: 360, height: 740 };
const wide = { width: 1280, height: 900 };

const close = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('settings: each part, and each of its dialogs', async ({ page, stack }) => {
  test.setTimeout(180_000);
  const sides = bothSides();
  await signIn(page, stack, 'administrator');
  const open = async (part: string) => {
    await page.goto(`/settings?show=${part}`);
    await page.getByRole('tabpanel').getByRole('button').first().waitFor();
  };
  const menu = async (item: string) => {
    await page
      .getByRole('button', { name: /^More for/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const press = (name: string | RegExp) => page.getByRole('tabpanel').getByRole('button', { name }).first().click();
  const dialogs: readonly (readonly [part: string, dialog: string, act: () => Promise<void>])[] = [
    ['profile', 'As whom the practice bills', () => press('Change')],
    ['people', 'As whom payers know', () => press(/^Change /)],
    ['payers', 'Add an insurer', () => press('Add an insurer')],
    ['payers', 'Change', () => menu('Change')],
    ['payers', 'No new cards with', () => menu('No new cards…')],
    ['fees', 'Set a fee', () => press('Set a fee')],
    ['rules', 'The practice’s rules', () => press('Change')],
  ];
  let seen: string | undefined;
  for (const [part, name, act] of dialogs) {
    await open(part);
    if (seen !== part) {
      await sides.see(page, `settings, ${part}`);
      await page.setViewportSize(narrow);
      await sides.see(page, `settings, ${part}, on a narrow screen`);
      await page.setViewportSize(wide);
      seen = part;
    }
    await act();
    await page.getByRole('dialog', { name }).waitFor();
    await sides.see(page, `settings, ${name}`);
    await close(page);
  }
  await open('people');
  await press(/^Change /);
  await page.getByLabel('NPI').fill('1234567890');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('NPI')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'an NPI whose check digit is wrong');
  expect(sides.found).toEqual([]);
});
