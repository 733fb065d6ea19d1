import type { Page } from '@playwright/test';
import { theSandbox } from './message-sandbox';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });

test('a message that is refused becomes work on an open page, is handled by keyboard, and is gone', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  const sandbox = theSandbox(stack);
  await signIn(page, stack, 'front_desk');
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor();
  const loads = await page.evaluate(() => performance.getEntriesByType('navigation').length);

  // two reminders are refused; both come to the open page by themselves
  for (const text of ['ruth calloway', 'bea lindholm']) {
    const { id } = await desk.book(await desk.client(text), 5);
    await sandbox.arm('refuse', await desk.nextTo(id));
    await desk.sendNow(id);
    await expect(rowOf(page, text === 'ruth calloway' ? 'Ruth Calloway' : 'Bea Lindholm')).toContainText(
      'did not reach',
    );
  }
  const group = page.getByRole('region', { name: /Messages that did not get through/ });
  const ruth = rowOf(page, 'Ruth Calloway');
  await expect(ruth).toContainText('The carrier refused it.');
  await expect(ruth.getByRole('link', { name: 'Call Ruth Calloway at (212) 555-0123' })).toHaveAttribute(
    'href',
    'tel:+12125550123',
  );
  const before = await group.getByRole('listitem').count();

  // to it with the arrow keys, done with `e`, a note, and Enter
  const link = ruth.getByRole('link', { name: 'Ruth Calloway', exact: true });
  for (let presses = 0; presses < 60 && !(await page.evaluate(isOnWorkLink)); presses += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 40 && !(await link.evaluate(isFocused)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(link).toBeFocused();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Mark as done' });
  await expect(dialog).toContainText('did not reach Ruth Calloway');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Called, she knows');
  await page.keyboard.press('Enter');
  await expect(ruth).toHaveCount(0);
  await expect(group.getByRole('listitem')).toHaveCount(before - 1);

  // the focus is on a neighbour, so that the next one is a key away; Escape leaves it as it is
  expect(await page.evaluate(isOnWorkLink)).toBe(true);
  await page.keyboard.press('e');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(isOnWorkLink)).toBe(true);

  // what was done is in the client's timeline; nothing was loaded again for it
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(loads);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('calloway');
  await page.getByRole('option', { name: /Ruth Calloway/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Ruth Calloway/ })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'What happened' })).toContainText('Work done');
});

test('someone who was expected and came after all is checked in from the queue, and the work heals itself', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  // past the grace time, so that Kept asks at once
  const { id } = await desk.expected(await desk.client('wei zhang'), 40);
  await signIn(page, stack, 'front_desk');
  await page.goto('/work');
  const row = rowOf(page, 'Wei Zhang').filter({ hasText: 'was expected' });
  await expect(row).toContainText('was expected');
  await pressEnter(row.getByRole('button', { name: 'Came after all' }));
  const dialog = page.getByRole('dialog', { name: 'Check Wei Zhang in' });
  await expect(dialog).toContainText('Wei Zhang counts as here from now');
  await expect(dialog.getByRole('button', { name: 'Check in' })).toBeEnabled();
  await pressEnter(dialog.getByRole('button', { name: 'Check in' }));
  await expect(row).toHaveCount(0);
  expect((await desk.appointment(id)).state).toBe('arrived');
});

const isFocused = (element: Element): boolean => element === document.activeElement;
const isOnWorkLink = (): boolean => document.activeElement?.classList.contains('work-link') ?? false;
