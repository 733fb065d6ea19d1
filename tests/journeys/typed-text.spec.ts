import { expect, leaksOf, pressEnter, signIn, test } from './watched';

test('what someone types to find a client is in no address, no history, no storage and no log, and survives going back', async ({
  page,
  stack,
  watch,
}) => {
  await signIn(page, stack, 'front_desk');
  await page.goto('/clients');
  await page.getByRole('link', { name: 'Grace Kowalski' }).waitFor();
  const search = page.getByRole('searchbox', { name: 'Name, phone or birth date' });
  const found = page.locator('.k-row-link');
  const secrets = ['kowalski', '555-0112', '5/4/1990', 'unfindable'];

  // by name, with a filter; into the record and back: both are still there, the text in no address
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('kowalski');
  await expect(found).toHaveText(['Grace Kowalski']);
  await page.getByRole('combobox', { name: 'State' }).selectOption('active');
  await expect(page).toHaveURL(/\?state=active$/);
  await page.getByRole('link', { name: 'Grace Kowalski' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /Grace Kowalski/ }).waitFor();
  await page.goBack();
  await expect(search).toHaveValue('kowalski');
  await expect(found).toHaveText(['Grace Kowalski']);

  // by phone and by birth date
  await search.fill('555-0112');
  await expect(found).toHaveText(['Theo Marchetti']);
  await search.fill('5/4/1990');
  await expect(found.first()).toHaveText('Ana Whitfield');

  // nobody: said with what else to try, and one press shows all again
  await search.fill('unfindable');
  await expect(page.getByRole('heading', { name: 'Nobody fits' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(search).toHaveValue('');
  await expect(found.nth(3)).toBeVisible();
  expect(new URL(page.url()).search).toBe('');

  // the palette asks the same way
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kowalski');
  await page.getByRole('option', { name: /Grace Kowalski/ }).waitFor();
  await page.keyboard.press('Escape');

  expect(await leaksOf(page, { addresses: watch.addresses, stack, secrets })).toEqual([]);
});

test('columns are chosen, stay after a new load, and rows are walked with the arrow keys', async ({ page, stack }) => {
  await signIn(page, stack, 'front_desk');
  await page.goto('/clients');
  await page.getByRole('link', { name: 'Grace Kowalski' }).waitFor();
  await pressEnter(page.getByRole('button', { name: 'Columns' }));
  await pressEnter(page.getByRole('menuitemcheckbox', { name: 'Email' }));
  await pressEnter(page.getByRole('menuitemcheckbox', { name: 'Born' }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Email' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Email' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Born' })).toHaveCount(0);

  await pressEnter(page.getByRole('button', { name: 'No.' }));
  await expect(page.getByRole('columnheader', { name: 'No.' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('.k-row-link').first()).toHaveText('Ana Whitfield');
  await page.locator('.k-row-link').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Grace Kowalski' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Grace Kowalski/ }).waitFor();
});
