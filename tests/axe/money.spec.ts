import { claimsOut, payersFile } from '../journeys/payers-file';
import { aColleague } from '../journeys/staff-api';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

test('remittances: dropped, set aside, waiting, one answer beside its claim, its segments, taken back', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const biller = await aColleague(stack, 'biller');
  const [one, two, three] = await claimsOut(biller);
  if (!one || !two || !three) throw new Error('the demo practice has three claims out');
  await signIn(page, stack, 'biller');
  await page.goto('/remittances');
  await page.getByRole('heading', { level: 1, name: 'Remittances' }).waitFor();
  const answers = [{ claim: one }, { claim: two, controlNumber: two.controlNumber.toLowerCase() }];
  const stranger = { claim: three, controlNumber: 'NOBODYS', patient: { last: 'UNHEARD', first: 'OF' } };
  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('a letter and no remittance') };
  await page.getByLabel('Remittance files').setInputFiles([payersFile('EFTAXE1', [...answers, stranger]), letter]);
  await expect(page.getByText('2 claims to look at')).toBeVisible();
  await expect(page.getByText('Set aside. It cannot be read')).toBeVisible();
  await sides.see(page, 'remittances');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'remittances on a narrow screen');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/remittances?show=aside');
  await page.getByRole('cell', { name: 'letter.txt' }).waitFor();
  await sides.see(page, 'files set aside');
  await page.getByRole('link', { name: 'letter.txt' }).click();
  await page.getByText('a letter and no remittance').waitFor();
  await page.getByRole('list', { name: 'What happened' }).getByRole('listitem').first().waitFor();
  await sides.see(page, 'a file that was set aside');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'a file that was set aside on a narrow screen');
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [act, title] of [
    ['Read again', 'Read this file again'],
    ['Dismiss', 'Dismiss this file'],
  ] as const) {
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('dialog', { name: title }).waitFor();
    await sides.see(page, `a file, ${title}`);
    await page.keyboard.press('Escape');
  }

  await page.goto('/remittances?show=waiting');
  await page.getByRole('link', { name: 'NORTH MUTUAL' }).click();
  const review = page.getByRole('region', { name: 'To look at' });
  await expect(review).toContainText(`Posting it to ${two.controlNumber}`);
  await sides.see(page, 'an answer beside its claim');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'an answer beside its claim on a narrow screen');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(review).toContainText('No claim of yours');
  await sides.see(page, 'an answer without a claim');
  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Find the claim' }).waitFor();
  await sides.see(page, 'find a claim');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await page.getByRole('dialog', { name: 'Set this answer aside?' }).waitFor();
  await sides.see(page, 'set aside');
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: 'What the payer says of each claim' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Show the segments' }).click();
  await page.getByRole('table', { name: 'Segments of this claim in the file' }).waitFor();
  await sides.see(page, 'an answer with its segments');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take back…' }).click();
  await expect(page.getByRole('dialog', { name: /^Take back/ })).toContainText('turned round');
  await sides.see(page, 'taking back');
  expect(sides.found).toEqual([]);
});

test('balances: the list, why, a payment taken and made void, the tab of the client', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const biller = await aColleague(stack, 'biller');
  const claim = (await claimsOut(biller, 1))[0];
  if (!claim) throw new Error('the demo practice has a claim out');
  await signIn(page, stack, 'biller');
  await page.goto('/remittances');
  await page.getByLabel('Remittance files').setInputFiles(payersFile('EFTAXE2', [{ claim }]));
  await expect(page.getByText('1 payment posted')).toBeVisible();
  await page.goto('/balances?show=all');
  await page.getByRole('link', { name: claim.clientName }).waitFor();
  await sides.see(page, 'balances');
  await page.getByRole('link', { name: claim.clientName }).click();
  await page.getByText('Show it in the file').first().click();
  await page.getByRole('table', { name: 'Segments of this claim in the file' }).waitFor();
  await sides.see(page, 'why');
  await page.setViewportSize({ width: 360, height: 740 });
  await sides.see(page, 'why on a narrow screen');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: `Take a payment from ${claim.clientName}` });
  await dialog.getByLabel('Amount').fill('5');
  await sides.see(page, 'taking a payment');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Void…' }).first().click();
  await page.getByRole('dialog', { name: /^Void the payment/ }).waitFor();
  await sides.see(page, 'making it void');
  await page.getByRole('button', { name: 'Void it' }).click();
  await expect(page.getByRole('complementary', { name: 'Payments' })).toContainText('Void');
  await page.getByRole('link', { name: 'Open client' }).click();
  await page.getByRole('tab', { name: 'Balance' }).click();
  await page.getByRole('link', { name: 'Open the balance' }).waitFor();
  await sides.see(page, 'the client’s balance');
  expect(sides.found).toEqual([]);
});
