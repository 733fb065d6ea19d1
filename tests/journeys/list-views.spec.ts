import { readFileSync } from 'node:fs';
import { expect, pressEnter, signIn, test } from './watched';

test('a list is kept as a view, stands so again after a new load, is changed, removed and brought back', async ({
  page,
  stack,
}) => {
  await signIn(page, stack, 'front_desk');
  await page.goto('/clients');
  await page.getByRole('link', { name: 'Grace Kowalski' }).waitFor();
  const unbooked = page.getByRole('checkbox', { name: 'Nothing booked' });
  await unbooked.click(); // the address changes first, and the box shows what the address says
  await expect(unbooked).toBeChecked();
  await page.getByRole('columnheader').getByRole('button', { name: 'Born' }).click();
  await pressEnter(page.getByRole('button', { name: 'Views' }));
  await pressEnter(page.getByRole('menuitem', { name: 'Save as a view…' }));
  await page.getByRole('textbox', { name: 'Name' }).fill('To be called');
  await page.keyboard.press('Enter');
  const picked = page.getByRole('button', { name: 'View: To be called' });
  await expect(picked).toBeVisible();

  // a column is part of the view: chosen, kept with it, and not with the list
  await pressEnter(page.getByRole('button', { name: 'Columns' }));
  await pressEnter(page.getByRole('menuitemcheckbox', { name: 'Email' }));
  await page.keyboard.press('Escape');
  await pressEnter(page.getByRole('button', { name: 'Changed view: To be called' }));
  await pressEnter(page.getByRole('menuitem', { name: 'Save the changes to “To be called”' }));
  await expect(picked).toBeVisible();

  await page.reload();
  await expect(picked).toBeVisible();
  await expect(unbooked).toBeChecked();
  await expect(page.getByRole('columnheader', { name: 'Email' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Born' })).toHaveAttribute('aria-sort', 'ascending');

  await pressEnter(picked);
  await page.getByRole('menuitemradio', { name: 'No view' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Email' })).toBeHidden();
  await expect(page).toHaveURL(/\/clients$/);

  await pressEnter(page.getByRole('button', { name: 'Views' }));
  await page.getByRole('menuitemradio', { name: 'To be called' }).press('Enter');
  await pressEnter(picked);
  await pressEnter(page.getByRole('menuitem', { name: 'Remove this view' }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await pressEnter(page.getByRole('button', { name: 'Views' }));
  await expect(page.getByRole('menuitemradio', { name: 'To be called' })).toBeVisible();
});

test('a list is taken along as a file of what its filter finds, after its rows are counted', async ({
  page,
  stack,
}) => {
  await signIn(page, stack, 'front_desk');
  await page.goto('/clients');
  await page.getByRole('searchbox', { name: 'Name, phone or birth date' }).fill('kowalski');
  await pressEnter(page.getByRole('button', { name: 'Export 1 row' }));
  const coming = page.waitForEvent('download');
  await pressEnter(page.getByRole('dialog').getByRole('button', { name: 'Export' }));
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^clients-\d{4}-\d\d-\d\d\.csv$/);
  const [, line, ...rest] = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(line).toContain(',Grace Kowalski,');
  expect(rest).toEqual(['']);
});

test('a claim is found by its number from anywhere, by whoever may see claims', async ({ page, stack }) => {
  await signIn(page, stack, 'biller');
  await page.goto('/claims');
  await page.locator('.k-row-link').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('c-0000');
  const first = page.getByRole('option', { name: /^C0000/ }).first();
  await first.waitFor();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/claims\/[0-9a-f-]{36}$/);
});
