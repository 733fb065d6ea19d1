import type { Page } from '@playwright/test';
import { expect, test } from './browser-test';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test.describe('a dialog', () => {
  test.beforeEach(({ page, galleryOrigin }) => page.goto(`${galleryOrigin}/gallery`));

  test('begins at its first field, keeps Tab inside, and gives the focus back on Escape', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Dialog with a form' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const at = document.activeElement;
        return at !== document.body && at?.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  test('that ends something begins at the way back, and says what will happen', async ({ page }) => {
    await page.getByRole('button', { name: 'Consequences first' }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Back' })).toBeFocused();
    await expect(page.getByRole('list', { name: 'This will happen' }).getByRole('listitem')).toHaveCount(4);
  });

  test('that must be answered stays when Escape is pressed twice', async ({ page }) => {
    await page.getByRole('button', { name: 'Session ended' }).click();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'You were signed out' })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Email' })).toBeFocused();
  });

  test('is sent by Enter in a field', async ({ page }) => {
    await page.getByRole('button', { name: 'Dialog with a form' }).click();
    await page.keyboard.type('Tess');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('tabs: the arrows choose and go round, Tab leaves to the panel', async ({ page, galleryOrigin }) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const tab = (name: string) => page.getByRole('tab', { name });
  await tab('Money').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Visit and codes')).toBeFocused();
  await expect(tab('Visit and codes')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toHaveText('What was done.');
  await page.keyboard.press('End');
  await expect(tab('Messages')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Money')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('tab');
});

test('a table: the arrows move between its links, one of them is in the tab order, a header sorts', async ({
  page,
  galleryOrigin,
}) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const table = page.getByRole('table', { name: 'Sample claims' });
  const link = (name: string) => table.getByRole('link', { name });
  await link('S-1041').focus();
  await page.keyboard.press('ArrowDown');
  await expect(link('S-1042')).toBeFocused();
  await page.keyboard.press('End');
  await expect(link('S-1044')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(link('S-1044')).toBeFocused();
  await expect(table.locator('a[tabindex="0"]')).toHaveText(['S-1044']);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#S-1044');

  await expect(table.getByRole('columnheader', { name: 'Visit' })).toHaveAttribute('aria-sort', 'descending');
  await table.getByRole('button', { name: 'Charged' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Charged' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.getByRole('columnheader', { name: 'Visit' })).not.toHaveAttribute('aria-sort');
  await expect(table.getByRole('link').first()).toHaveText('S-1044');
});

test('a table: a click beside the link follows it, a click on the checkbox does not', async ({
  page,
  galleryOrigin,
}) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const table = page.getByRole('table', { name: 'Sample claims' });
  await table.getByRole('checkbox', { name: 'Select Cosmo Reed' }).check();
  expect(new URL(page.url()).hash).toBe('');
  await table.getByText('Answer expected by Dec 14').click();
  expect(new URL(page.url()).hash).toBe('#S-1043');
  await expect(table.getByRole('checkbox', { name: 'Select all on this page' })).toBeChecked({ indeterminate: true });
});

test('a menu: arrows, first letters, Escape, and a second press on its button', async ({ page, galleryOrigin }) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const button = page.getByRole('button', { name: 'More for this claim' });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Copy number' })).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('Void');
  await page.keyboard.press('p');
  expect(await focused(page)).toBe('Print');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'false');

  await button.click();
  await page.getByRole('menuitemradio', { name: 'Compact' }).click();
  await button.click();
  await expect(page.getByRole('menuitemradio', { name: 'Compact' })).toHaveAttribute('aria-checked', 'true');
  await button.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('the client picker: typing asks, arrows and Enter choose, Escape closes the list alone', async ({
  page,
  galleryOrigin,
}) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const picker = page.getByRole('combobox', { name: 'Client' });
  await expect(picker).toHaveAttribute('aria-expanded', 'false');
  await picker.focus();
  await page.keyboard.type('ju');
  await expect(page.locator('[data-specimen=combobox]').getByRole('option')).toHaveText([
    /^Juniper Vale/,
    /^Juno Valdez/,
  ]);
  await expect(picker).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(picker).toHaveValue('Juno Valdez');
  await expect(picker).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.type('x'); // what was chosen is marked, so typing begins anew
  await expect(picker).toHaveValue('x');
  await expect(page.getByText('Type at least two letters')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(picker).toHaveValue('Juno Valdez');
  await picker.fill('zz');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await picker.fill('fail');
  await expect(page.getByText('The search did not answer')).toBeVisible();
  await picker.fill('');
  await page.keyboard.press('Tab');
  await expect(picker).toHaveValue('');
});

test('a label’s click goes to its field, and its error and hint are heard with it', async ({ page, galleryOrigin }) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const specimen = page.locator('[data-specimen=fields]');
  await specimen.getByText('Email', { exact: true }).click();
  const email = specimen.getByRole('textbox', { name: 'Email' });
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/Write an email address/);
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[data-specimen=combobox]').locator('.k-field-label').click();
  await expect(page.getByRole('combobox', { name: 'Client' })).toBeFocused();
});

test('a time is typed as people say it, stepped by arrows, and what is no time is told', async ({
  page,
  galleryOrigin,
}) => {
  await page.goto(`${galleryOrigin}/gallery`);
  const time = page.getByRole('textbox', { name: 'Time' });
  await expect(time).toHaveValue('2:30 PM');
  await time.fill('9');
  await page.keyboard.press('Tab');
  await expect(time).toHaveValue('9:00 AM');
  await time.focus();
  await page.keyboard.press('ArrowUp');
  await expect(time).toHaveValue('9:15 AM');
  await time.fill('later');
  await page.keyboard.press('Tab');
  await expect(time).toHaveValue('later');
  await expect(time).toHaveAccessibleDescription(/Write a time, such as 2:30 PM/);
});

test.describe('the shell', () => {
  test.beforeEach(async ({ page, galleryOrigin }) => {
    await page.goto(`${galleryOrigin}/gallery?show=today`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('no key is lost after Ctrl+K, and Escape gives the focus back', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Walk-in' });
    await button.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('juno', { delay: 0 });
    await expect(page.getByRole('combobox')).toHaveValue('juno');
    await expect(page.getByRole('option', { name: /Juno Valdez/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });

  test('the palette runs what the page offers, and goes to areas', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('book');
    await page.keyboard.press('Enter');
    await expect(page.getByText('booked 1')).toBeAttached();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('claims');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: /Claims/ })).toHaveAttribute('aria-current', 'page');
  });

  test('what comes in from the server first is what Enter means, until an arrow chooses something else', async ({
    page,
  }) => {
    const dialog = page.getByRole('dialog');
    const options = dialog.getByRole('option');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true'); // an action or a page
    await page.keyboard.press('Backspace');
    await page.keyboard.type('al');
    await expect(options.first()).toContainText('Vale');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await options.first().hover();
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  });

  test('g and a letter go to an area, and reading goes on at the page', async ({ page }) => {
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(page.getByRole('link', { name: 'Calendar' })).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main')).toBeFocused();
  });

  test('a letter alone does what the page offers under it, but not while someone types', async ({ page }) => {
    await page.keyboard.press('b');
    await expect(page.getByText('booked 1')).toBeAttached();
    await page.keyboard.press('/');
    await page.keyboard.type('bbb');
    await expect(page.getByRole('combobox')).toHaveValue('bbb');
    await page.keyboard.press('Escape');
    await expect(page.getByText('booked 1')).toBeAttached();
  });

  test('the question mark shows the keys, those of the page among them', async ({ page }) => {
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(dialog.getByText('Book a visit')).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(dialog).toBeVisible(); // behind a dialog no key does anything
  });

  test('the first Tab offers to skip to the content', async ({ page }) => {
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('the account menu changes the theme at once', async ({ page }) => {
    await page.getByRole('button', { name: /Account of Mira Okonjo/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});
