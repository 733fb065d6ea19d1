import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { theSandbox } from '../journeys/message-sandbox';
import { aColleague } from '../journeys/staff-api';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

const go = async (page: Page, key: string, heading: string) => {
  await page.keyboard.press('g');
  await page.keyboard.press(key);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
};

const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

const close = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('signing in, the frame, and what is not there', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'sign-in with errors');
  await signIn(page, stack, 'administrator');

  await go(page, 'y', 'System');
  await page.getByRole('cell', { name: 'Database' }).waitFor();
  await sides.see(page, 'system');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('an');
  await page.getByRole('option', { name: /Ana Whitfield/ }).waitFor();
  await sides.see(page, 'palette');
  await close(page);
  await page.keyboard.press('?');
  await dialogOf(page, 'Keyboard shortcuts').waitFor();
  await sides.see(page, 'keys');
  await close(page);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'account menu');
  await page.getByRole('menuitem', { name: 'Show the first walk' }).click();
  const walk = page.getByRole('complementary', { name: 'First walk' });
  await walk.getByText('1 of 5').waitFor();
  await sides.see(page, 'the first walk');
  await walk.getByRole('button', { name: 'Put the first walk away' }).click();
  await expect(walk).toHaveCount(0);

  await page.goto('/nowhere');
  await page.getByRole('heading', { name: 'This page is not here' }).waitFor();
  await sides.see(page, 'no such page');
  await page.goto(`/clients/${randomUUID()}`);
  await page.getByRole('heading', { name: 'This client is not here' }).waitFor();
  await sides.see(page, 'no such client');
  expect(sides.found).toEqual([]);
});

test('today and a day of the calendar: the board, a card’s menu, each decision, free times', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const desk = await aColleague(stack);
  await desk.expected(await desk.client('omar siddiq'), 30);
  await signIn(page, stack, 'front_desk');
  await page.getByRole('article').first().waitFor();
  await page.getByRole('heading', { name: /^Free / }).waitFor();
  await sides.see(page, 'today');
  await page.keyboard.press('ArrowDown');
  await sides.see(page, 'today, a card reached');
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'more for a card');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'today on a narrow screen');
  await page.setViewportSize({ width: 1280, height: 900 });

  await go(page, 'c', ',');
  await page.getByRole('list', { name: 'Minh Tran, LMFT' }).waitFor();
  await sides.see(page, 'calendar, today');
  await page.getByRole('button', { name: /^Shown:/ }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'whose time is shown');
  await page.keyboard.press('Escape');
  for (let days = 0; days < 3; days += 1) await page.keyboard.press('n');
  const free = page
    .getByRole('list', { name: 'Minh Tran, LMFT' })
    .getByRole('button', { name: /^Book / })
    .first();
  await free.focus();
  await sides.see(page, 'calendar, a free time reached');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'calendar on a narrow screen');
  expect(sides.found).toEqual([]);
});

test('a clinician’s own day, a visit reached, and narrow', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const desk = await aColleague(stack);
  await desk.expected(await desk.client('omar siddiq'), 3);
  await signIn(page, stack, 'clinician');
  await page.getByRole('list', { name: 'Your visits of today' }).getByRole('link').first().waitFor();
  await page.getByRole('heading', { name: /^Notes to sign/ }).waitFor();
  await page.getByRole('heading', { name: /^Free / }).waitFor();
  await sides.see(page, 'my day');
  await page.keyboard.press('i');
  await sides.see(page, 'my day, a visit reached');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'my day on a narrow screen');
  expect(sides.found).toEqual([]);
});

test('clients: the list, registering, a client’s page and each of its dialogs', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  await signIn(page, stack, 'administrator');
  await go(page, 'l', 'Clients');
  await page.getByRole('link', { name: 'Ana Whitfield' }).waitFor();
  await sides.see(page, 'clients');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'columns');
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  const register = dialogOf(page, 'Register a client');
  await register.getByRole('button', { name: 'Register' }).click();
  await expect(register.getByLabel('First name')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'register');
  await register.getByLabel('First name').fill('Ana');
  await register.getByLabel('Last name').fill('Whitfield');
  await register.getByLabel('Birth date').fill('1990-05-04');
  await register.getByRole('button', { name: 'Register' }).click();
  await register.getByRole('button', { name: /It is this one/ }).waitFor();
  await sides.see(page, 'likely double');
  await close(page);

  await page.getByRole('link', { name: 'Ana Whitfield' }).click();
  await page.getByRole('heading', { level: 1, name: /Ana Whitfield/ }).waitFor();
  await page.getByRole('table', { name: 'Ahead' }).waitFor();
  await page.getByRole('complementary', { name: 'What happened' }).getByRole('listitem').first().waitFor();
  await sides.see(page, 'client');
  await page.getByRole('tab', { name: 'Messages' }).click();
  await page.getByRole('tabpanel').getByRole('link').first().waitFor();
  await sides.see(page, 'client, messages');
  const dialogs: readonly (readonly [place: string, open: () => Promise<void>])[] = [
    ['edit client', () => page.keyboard.press('e')],
    ['add contact', () => page.getByRole('button', { name: 'Add', exact: true }).click()],
    [
      'end contact',
      async () => {
        await page.getByRole('button', { name: 'More for (212) 555-0110' }).click();
        await page.getByRole('menuitem', { name: 'No longer reaches the client' }).click();
      },
    ],
    ['withdraw consent', () => page.getByRole('button', { name: 'Email: withdraw' }).click()],
    ['give consent', () => page.getByRole('button', { name: 'Calls: client agrees' }).click()],
  ];
  for (const [place, open] of dialogs) {
    await open();
    await page.getByRole('dialog').waitFor();
    await expect(page.getByRole('dialog').getByRole('button').last()).toBeEnabled();
    await sides.see(page, place);
    await close(page);
  }
  expect(sides.found).toEqual([]);
});

test('messages and work: the lists, the drawer, and each decision', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const desk = await aColleague(stack);
  const { id } = await desk.book(await desk.client('ruth calloway'), 5);
  await theSandbox(stack).arm('refuse', await desk.nextTo(id));
  await desk.sendNow(id);
  await desk.expected(await desk.client('wei zhang'), 40);
  await signIn(page, stack, 'administrator');

  await go(page, 'w', 'Work');
  const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
  await row('Ruth Calloway').waitFor();
  await row('Wei Zhang').waitFor();
  await sides.see(page, 'work');
  const more = async (item: string) => {
    await page.getByRole('button', { name: 'More for Ruth Calloway' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const dialogs: readonly (readonly [place: string, open: () => Promise<void>])[] = [
    ['work done', () => more('Done')],
    ['work not needed', () => more('Not needed')],
    ['did not come', () => row('Wei Zhang').getByRole('button', { name: 'Did not come' }).click()],
    ['came after all', () => row('Wei Zhang').getByRole('button', { name: 'Came after all' }).click()],
  ];
  for (const [place, open] of dialogs) {
    await open();
    await page.getByRole('dialog').waitFor();
    await expect(page.getByRole('dialog').getByRole('button').last()).toBeEnabled();
    await sides.see(page, place);
    await close(page);
  }
  await page.getByRole('button', { name: 'More for Ruth Calloway' }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'more for a work item');
  await page.keyboard.press('Escape');

  await go(page, 'm', 'Messages');
  await page.getByRole('table', { name: 'Messages, newest first' }).getByRole('link').first().waitFor();
  await sides.see(page, 'messages');
  await page.getByRole('radio', { name: 'Go out next' }).click();
  await page.getByRole('table', { name: /What goes out next/ }).waitFor();
  await sides.see(page, 'messages that go out next');
  await page.getByRole('radio', { name: 'Need a person' }).click();
  await page.getByRole('link', { name: 'Ruth Calloway' }).first().click();
  await page.getByRole('dialog').getByRole('heading', { name: 'What happened' }).waitFor();
  await sides.see(page, 'message drawer');
  expect(sides.found).toEqual([]);
});
