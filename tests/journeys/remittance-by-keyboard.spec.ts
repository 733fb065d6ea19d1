import type { Page } from '@playwright/test';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import { claimsOut, payersFile } from './payers-file';
import { aColleague } from './staff-api';
import { expect, signIn, test } from './watched';

const drop = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Remittance files').setInputFiles(files);
const fileCalled = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Files on their way' }).getByRole('listitem').filter({ hasText: name });

test('a remittance is dropped, posts while one watches, two answers are decided by keyboard, and all of it is taken back', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const biller = await aColleague(stack, 'biller');
  const [one, two, three, four] = (await claimsOut(biller)) as [
    ClaimDetailView,
    ClaimDetailView,
    ClaimDetailView,
    ClaimDetailView,
  ];
  const open = async () => {
    const now = await Promise.all(
      [one, two, three, four].map(({ id }) => biller.call<ClaimDetailView>('GET', `claims/${id}`)),
    );
    return now.map(({ money }) => money.whole.open);
  };
  const before = await open();

  await signIn(page, stack, 'biller');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Remittances' }).waitFor();
  const file = payersFile('EFTKEYS1', [
    { claim: one },
    { claim: two },
    { claim: three, controlNumber: three.controlNumber.toLowerCase() },
    { claim: four, controlNumber: `${four.controlNumber}Z` },
  ]);
  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('a letter and no remittance') };
  await drop(page, file, letter);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(fileCalled(page, file.name)).toContainText('1 payment posted · 2 claims to look at');
  await expect(fileCalled(page, letter.name)).toContainText('Set aside. It cannot be read.');

  // the same bytes once more are told as that; nothing is posted twice
  await drop(page, file);
  await expect(fileCalled(page, file.name).first()).toContainText('Came before');
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: 'EFTKEYS1' })).toHaveCount(1);

  await page.getByRole('row').filter({ hasText: 'EFTKEYS1' }).getByRole('link', { name: 'NORTH MUTUAL' }).focus();
  await page.keyboard.press('Enter');
  const review = page.getByRole('region', { name: 'To look at' });
  await expect(review.getByRole('button', { name: /The number is not exactly yours/ })).toHaveCount(2);
  await expect(review).toContainText(`Posting it to ${three.controlNumber} of ${three.clientName}`);
  await expect(review.getByRole('row', { name: /Our number Differs/ })).toContainText(
    three.controlNumber.toLowerCase(),
  );

  // a key goes to the first, to the next one and back, and one key decides
  await page.keyboard.press('j');
  await expect(review.getByRole('button', { name: /The number is not exactly yours/ }).first()).toBeFocused();
  await expect(review).toContainText(`Posting it to ${three.controlNumber} of`);
  await page.keyboard.press('j');
  await expect(review).toContainText(`Posting it to ${four.controlNumber} of`);
  await page.keyboard.press('k');
  await expect(review).toContainText(`Posting it to ${three.controlNumber} of`);
  await page.keyboard.press('p');
  await expect(review).toContainText(`Posting it to ${four.controlNumber} of`);
  await page.keyboard.press('p');
  await expect(
    page.getByRole('heading', { name: 'All of it is where it belongs. Nothing is left to do.' }),
  ).toBeVisible();
  await expect(review).toHaveCount(0);
  await expect(page.getByText('Adds up to the cent.')).toBeVisible();
  expect(await open()).toEqual([0, 0, 0, 0]);

  // what the payer wrote, as it stands in the file
  await page.getByRole('table', { name: 'What the payer says of each claim' }).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show the segments' }).click();
  await expect(page.getByRole('row', { name: new RegExp(String.raw`CLP\*${one.controlNumber}\*1\*`) })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Take back…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Take back .* from NORTH MUTUAL\?$/ });
  await expect(dialog).toContainText('5 entries are turned round');
  await expect(dialog).toContainText('4 claims are open again');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { name: /It was taken back/ })).toBeVisible();
  expect(await open()).toEqual(before);
});

test('an answer that is none of ours is set aside with two keys, taken up again, and posted to a claim that one finds', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const biller = await aColleague(stack, 'biller');
  const claim = (await claimsOut(biller))[4] as ClaimDetailView;
  await signIn(page, stack, 'biller');
  await page.goto('/remittances');
  const stranger = { last: 'UNHEARD', first: 'OF' };
  await drop(page, payersFile('EFTKEYS2', [{ claim, controlNumber: 'NOBODYS-1', patient: stranger }]));
  await fileCalled(page, 'EFTKEYS2').getByRole('link', { name: 'Open' }).click();
  const review = page.getByRole('region', { name: 'To look at' });
  await expect(review).toContainText('No claim of yours');
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog', { name: 'Set this answer aside?' })).toContainText('stays unapplied');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /All is posted but 1 claim that was set aside/ })).toBeVisible();

  await page.getByRole('table', { name: 'What the payer says of each claim' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Take it up again' }).click();
  await page.keyboard.press('Escape');
  await expect(review).toBeVisible();
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Claim' }).fill(claim.controlNumber);
  await page.getByRole('option').first().click();
  await expect(review).toContainText('You chose this claim.');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: /All of it is where it belongs/ })).toBeVisible();
});
