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
    ['agreements', 'Record an agreement', () => press('Record an agreement')],
    ['agreements', 'Record an agreement', () => press('Record one with Twilio')],
    ['agreements', 'End the agreement with Clearinghouse', () => press('End the one with Clearinghouse')],
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
  await close(page);

  // an agreement from its record to its end
  await open('agreements');
  await press('Record one with Mail service');
  const recording = page.getByRole('dialog', { name: 'Record an agreement' });
  await recording.getByLabel('Signed on').fill('2026-01-31');
  await recording.getByLabel('Runs out').fill('2026-01-30');
  await recording.getByRole('button', { name: 'Record it' }).click();
  await expect(recording.getByLabel('Runs out')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'an agreement that ends before it begins');
  await recording.getByLabel('Runs out').fill('');
  await recording.getByRole('button', { name: 'Record it' }).click();
  const register = page.getByRole('table', { name: 'Agreements' });
  const mail = register.getByRole('row', { name: /^Mail service/ });
  await expect(mail).toContainText('In force');
  await mail.getByRole('button', { name: 'End the one with Mail service' }).click();
  await expect(page.getByRole('dialog')).toContainText('Emails are left out and come to Work');
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(mail).toContainText('Nothing of a person goes there');
  await page.getByRole('checkbox', { name: 'With those that are over' }).check();
  await expect(mail).toHaveCount(2);
  await sides.see(page, 'agreements, with one that is over');
  expect(sides.found).toEqual([]);
});

test('a client’s insurance with each of its dialogs, and what a visit lacks', async ({ page, stack }) => {
  test.setTimeout(180_000);
  const sides = bothSides();
  await signIn(page, stack, 'biller');
  await page.goto('/clients');
  await page.getByRole('link', { name: 'Ana Whitfield' }).click();
  await page.getByRole('tab', { name: 'Insurance' }).click();
  await page.getByText('Member ID').first().waitFor();
  await page.getByRole('table', { name: 'Charges of this client' }).getByRole('link').first().waitFor();
  await sides.see(page, 'insurance');
  await page.setViewportSize(narrow);
  await sides.see(page, 'insurance on a narrow screen');
  await page.setViewportSize(wide);
  const menu = async (item: string) => {
    await page.getByRole('tabpanel').getByRole('button', { name: /^More for/ }).first().click(); // prettier-ignore
    await page.getByRole('menuitem', { name: item }).click();
  };
  const dialogs: readonly (readonly [name: string, open: () => Promise<void>])[] = [
    ['Add insurance for', () => page.getByRole('button', { name: 'Add insurance' }).click()],
    ['Change ', () => menu('Change')],
    ['Put another insurance in the place of', () => menu('Replace…')],
    ['End ', () => menu('End…')],
    ['Add an authorization by', () => menu('Add an authorization')],
    ['Address and sex of', () => page.getByRole('region', { name: 'Billed as' }).getByRole('button').click()],
  ];
  for (const [name, open] of dialogs) {
    await open();
    await page.getByRole('dialog', { name }).waitFor();
    await sides.see(page, `insurance, ${name}`);
    await close(page);
  }
  await page.getByRole('button', { name: 'Add insurance' }).click();
  await page.getByLabel('The client is').selectOption('19');
  await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByLabel('ZIP code')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'a card of somebody else, with errors');
  await close(page);

  await page.goto('/work');
  await page.getByRole('button', { name: 'Mend…' }).first().click();
  await page.getByRole('dialog', { name: /^What the visit of/ }).waitFor();
  await sides.see(page, 'what a visit lacks');
  expect(sides.found).toEqual([]);
});
