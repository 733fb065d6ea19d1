import type { Page } from '@playwright/test';
import type { ClientView } from '../../api/clients/client.contract';
import { afternoonZone, movePractice } from './afternoon';
import { walkByTab } from './every-control';
import { wallTimeIn } from './near-now';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

// an hour from now is still today, and no quiet hour
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

interface Booked {
  readonly id: string;
  readonly version: number;
}

const walkOf = (page: Page) => page.getByRole('complementary', { name: 'First walk' });

test('the first walk is brought back, does the real thing step by step, covers nothing, and stays away once it was put away', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const { zone } = await desk.practice();
  const { clientId } = await desk.call<ClientView>('POST', 'clients', {
    firstName: 'Orla',
    lastName: 'Bexley',
    birthDate: '1988-04-17',
    zone,
    contacts: [{ kind: 'mobile', value: '+12125550188' }],
    consents: ['sms'],
  });
  await signIn(page, stack, 'front_desk');
  const walk = walkOf(page);
  await page.getByRole('article').first().waitFor();
  await expect(walk).toHaveCount(0);
  const focused = page.getByRole('button', { name: /Account of/ });
  await pressEnter(focused);
  await pressEnter(page.getByRole('menuitem', { name: 'Show the first walk' }));
  await expect(walk).toContainText('1 of 5');
  await expect(focused).toBeFocused();
  await expect(walk.getByRole('listitem').last()).toHaveText(/Watch the claim: somebody else’s/);

  // booked from the card for the next hour, in the dialog that is always there
  await pressEnter(walk.getByRole('button', { name: 'Book' }));
  const book = page.getByRole('dialog', { name: 'Book an appointment' });
  await book.getByRole('combobox', { name: 'Client' }).fill('orla bexley');
  await bookHer(page, book);
  await expect(walk).toContainText('2 of 5');

  // the next hour, so that a text is due at once, whoever else is with her clinician; she says that she will come
  const search = { filter: { clientId } };
  const { rows: booked } = await desk.call<{ rows: Booked[] }>('POST', 'appointments/search', search);
  const id = booked[0]?.id ?? '';
  const move = { start: wallTimeIn(75, zone), doubleBook: true };
  await desk.call('POST', `appointments/${id}/move`, move, booked[0]?.version);
  await expect(walk).toContainText('Read the text');
  await expect(walk.getByRole('link', { name: 'Open the message sandbox' })).toHaveAttribute('href', /^http/);
  await desk.call('POST', `appointments/${id}/confirm`, {}, (await desk.appointment(id)).version);

  // it knows by the record, and so does another window on another day
  await expect(walk).toContainText('Check Orla Bexley in');
  await page.reload();
  await expect(walk).toContainText('3 of 5');
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const { unreached, unseen } = await walkByTab(page);
  expect([unreached, unseen]).toEqual([[], []]);
  await page.setViewportSize({ width: 1280, height: 800 });

  const href = await walk.getByRole('link').first().getAttribute('href');
  expect(href).toBe('/today');
  const card = page
    .getByRole('region', { name: /^Expected/ })
    .getByRole('article')
    .filter({ hasText: 'Orla Bexley' });
  await pressEnter(card.getByRole('button', { name: 'Check in' }));
  await expect(walk).toContainText('That is the whole way');

  await pressEnter(walk.getByRole('button', { name: 'Finish' }));
  await expect(walk).toHaveCount(0);
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await expect(walk).toHaveCount(0);
  expect((await desk.appointment(id)).state).toBe('arrived');
});

/** The one who is found, and then the booking, as soon as it says what it does. */
async function bookHer(page: Page, book: ReturnType<Page['getByRole']>): Promise<void> {
  await book.getByRole('option', { name: /Orla Bexley/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(book.getByRole('list', { name: 'This will happen' })).toContainText('Books');
  await pressEnter(book.getByRole('button', { name: 'Book', exact: true }));
  await expect(book).toHaveCount(0);
}
