import { aColleague } from './staff-api';
import { expect, pressEnter, test } from './watched';

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'America/New_York' });

test('a client signs in on a phone, confirms what is next, sees a move as it happens, reads Spanish, and is out', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const ana = await desk.client('ana whitfield');
  const { email, password } = stack.login('client');
  await page.goto(stack.portalUrl);
  const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await fits();

  // a wrong password keeps the address; the right one opens the appointments
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('do not match');
  await expect(page.getByLabel('Email')).toHaveValue(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Good (morning|afternoon|evening), Ana$/ })).toBeVisible();
  const card = page.getByRole('article');
  await expect(card).toContainText('Not confirmed yet');
  await expect(page.getByText(/One thing before/)).toBeVisible();
  await fits();

  // one press says yes; the practice knows at once
  await pressEnter(card.getByRole('button', { name: 'I will come' }));
  await expect(card.getByRole('status')).toContainText('Thank you');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card).toContainText('Confirmed');
  await expect(page.getByText(/All set for/)).toBeVisible();
  const { rows } = await desk.call<{ rows: readonly { id: string; state: string }[] }>('POST', 'appointments/search', {
    filter: { clientId: ana.id },
  });
  expect(rows.filter(({ state }) => state === 'confirmed')).toHaveLength(1);

  // booked and moved while the page is open: both come by themselves
  const later = page.getByRole('region', { name: 'Later' });
  const before = await later.getByRole('listitem').count();
  const booked = await desk.book(ana, 9);
  await expect(later.getByRole('listitem')).toHaveCount(before + 1);
  const was = await later.getByRole('listitem').last().textContent();
  await desk.move(booked.id, 10);
  await expect(later.getByRole('listitem').last()).not.toHaveText(was ?? '');

  // in Spanish, and it stays so after a new load
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(card).toContainText('Confirmada');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /^Buen.* Ana$/ })).toBeVisible();
  await fits();

  // out: nothing of hers is left on the page, and Back brings nothing back
  await page.getByRole('button', { name: /Cuenta de/ }).click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await expect(page.getByLabel(/Correo|Email/)).toBeVisible();
  await page.goBack();
  await expect(page.locator('body')).not.toContainText(/Ana|Whitfield/);
});
