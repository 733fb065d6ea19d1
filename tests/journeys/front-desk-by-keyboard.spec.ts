import type { Locator, Page } from '@playwright/test';
import { walkByTab } from './every-control';
import { theSandbox } from './message-sandbox';
import { aColleague } from './staff-api';
import { expect, test } from './watched';

/** Every control of the page, or of the dialog that is open, is come to by Tab and shows it. */
async function everyControl(page: Page, place: string, atLeast: number): Promise<void> {
  const { unreached, unseen, reached } = await walkByTab(page);
  expect([place, unreached, unseen]).toEqual([place, [], []]);
  expect(reached, place).toBeGreaterThanOrEqual(atLeast);
}

/** A page has come, and reading goes on at it: a walk that began before would be carried away by it. */
const arrive = async (page: Page, heading: string | RegExp) => {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await expect(page.getByRole('main')).toBeFocused();
};

const go = async (page: Page, key: string, heading: string | RegExp) => {
  await page.keyboard.press('g');
  await page.keyboard.press(key);
  await arrive(page, heading);
};

/** Presses Tab until a control has the focus: the way of someone without a mouse. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

test('the front desk’s day without a mouse: sign in, find, look, change, see messages, do work, sign out', async ({
  page,
  stack,
}) => {
  test.setTimeout(240_000);
  const desk = await aColleague(stack);
  const { id } = await desk.book(await desk.client('theo marchetti'), 5);
  await theSandbox(stack).arm('refuse', await desk.nextTo(id));
  await desk.sendNow(id);

  // in: the first field has the focus, Enter sends
  const { email, password } = stack.login('front_desk');
  await page.goto('/');
  await expect(page.getByLabel('Email')).toBeFocused();
  await everyControl(page, 'sign-in', 4);
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();

  // the day as it stands, and booking from wherever one is
  await go(page, 't', /, (January|February|March|April|May|June|July|August|September|October|November|December) /);
  await page.getByRole('heading', { level: 2, name: 'Expected' }).waitFor();
  await everyControl(page, 'today', 12);
  await page.keyboard.press('b');
  await page.getByRole('dialog').getByRole('combobox').first().waitFor();
  await everyControl(page, 'book', 5);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // the list: filters, columns, and down the rows by arrow
  await go(page, 'l', 'Clients');
  await page.getByRole('link', { name: 'Theo Marchetti' }).waitFor();
  await everyControl(page, 'clients', 12);
  await tabTo(page, page.getByRole('checkbox', { name: 'Nothing booked' }));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?/);
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: 'Theo Marchetti' }).waitFor();

  // someone calls: found by the number, from where one is
  await page.keyboard.press('Control+k');
  await page.keyboard.type('555-0112');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await arrive(page, /Theo Marchetti/);
  await page.getByRole('table', { name: 'Ahead' }).waitFor();
  await everyControl(page, 'client', 15);

  // the appointment's own page, and back to whose it is
  const appointment = page.getByRole('table', { name: 'Ahead' }).getByRole('link').first();
  await tabTo(page, appointment);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/appointments/);
  await arrive(page, /Theo Marchetti/);
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await everyControl(page, 'appointment', 8);
  await tabTo(page, page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'Theo Marchetti' }));
  await page.keyboard.press('Enter');
  await arrive(page, /Theo Marchetti/);
  await page.getByRole('table', { name: 'Ahead' }).waitFor();

  // its tabs by arrow, its dialogs by their keys; Escape leads back to where one was
  await tabTo(page, page.getByRole('tab', { name: 'Appointments' }));
  for (const name of ['Insurance', 'Messages']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Edit Theo Marchetti' }).waitFor();
  await everyControl(page, 'edit client', 8);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Messages' })).toBeFocused();
  const more = page.getByRole('button', { name: 'More for (212) 555-0112' });
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // what was sent and what goes out next
  await go(page, 'm', 'Messages');
  await page.getByRole('table', { name: 'Messages, newest first' }).waitFor();
  await everyControl(page, 'messages', 8);
  await tabTo(page, page.getByRole('radio', { name: 'So far' }));
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/show=trouble/);
  const refused = page.getByRole('link', { name: 'Theo Marchetti' }).first();
  await tabTo(page, refused);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('heading', { name: 'What to do' }).waitFor();
  await everyControl(page, 'message drawer', 3);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(refused).toBeFocused();

  // the work it made: taken by its menu, done by its key
  await go(page, 'w', 'Work');
  const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Theo Marchetti' }) });
  await item.waitFor();
  await everyControl(page, 'work', 8);
  await tabTo(page, item.getByRole('button', { name: 'More for Theo Marchetti' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Take it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item).toContainText('Yours');
  await tabTo(page, item.getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Mark as done' }).waitFor();
  await everyControl(page, 'work done', 3);
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await expect(item).toHaveCount(0);

  // what the keys are, and out
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: /Account of/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
