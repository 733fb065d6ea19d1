import type { Page } from '@playwright/test';
import type { SessionView } from '../../api/session/session.contract';
import { anExpectedVisit, billClient, holdVisit, signVisit } from '../journeys/a-held-visit';
import { afternoonZone, movePractice } from '../journeys/afternoon';
import { wallTimeIn } from '../journeys/near-now';
import { aColleague } from '../journeys/staff-api';
import { submitNow } from '../journeys/submit-now';
import { expect, signIn, test } from '../journeys/watched';
import { bothSides } from './both-sides';

// whatever the hour is where this runs: a session that began an hour ago was today
let home = '';
test.beforeAll(async ({ stack }) => {
  home = (await (await aColleague(stack)).practice()).zone;
  await movePractice(stack, afternoonZone());
});
test.afterAll(({ stack }) => movePractice(stack, home));

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };

/** A dialog that is opened, looked at, and left. */
async function dialogOf(page: Page, open: string, name: string | RegExp, see: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: open, exact: true }).click();
  await page.getByRole('dialog', { name }).waitFor();
  await see();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name })).toHaveCount(0);
}

test('a note: begun, refused, with a diagnosis to find, about to be signed, signed, amended', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const maud = { firstName: 'Maud', lastName: 'Ellery', birthDate: '1990-03-21', memberId: 'W700300' };
  const visit = await anExpectedVisit(stack, maud, 70);
  const visitId = await holdVisit(visit);
  const { zone } = await visit.desk.practice();
  await signIn(page, stack, 'clinician');
  await page.goto(`/calendar/visits/${visitId}/note`);
  await page.getByText('None yet. A visit without one cannot be billed.').waitFor();
  await sides.see(page, 'a note that nobody has begun');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByLabel('Ended')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'a note without its times');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const diagnosis = page.getByRole('dialog', { name: 'Add a diagnosis for Maud Ellery' });
  await diagnosis.getByRole('combobox').fill('anxiety');
  await diagnosis.getByRole('option').first().waitFor();
  await sides.see(page, 'a diagnosis to choose');
  await diagnosis.getByRole('option').first().click();
  await page.keyboard.press('Enter');
  await expect(diagnosis).toHaveCount(0);
  await page.getByLabel('Began').fill(wallTimeIn(-70, zone).slice(11));
  await page.getByLabel('Ended').fill(wallTimeIn(60, zone).slice(11));
  await page.getByLabel('Plan').fill('Go on weekly.');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await sides.see(page, 'a draft');
  await page.setViewportSize(narrow);
  await sides.see(page, 'a draft on a narrow screen');
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the note of Maud Ellery' });
  await expect(signing).toContainText('Ended: Choose a time that has passed');
  await sides.see(page, 'signing refused');
  await page.keyboard.press('Escape');
  await page.getByLabel('Ended').fill(wallTimeIn(-15, zone).slice(11));
  await page.keyboard.press('Control+Enter');
  await signing.getByText('Bills 90837 for 55 minutes').waitFor();
  await sides.see(page, 'about to be signed');
  await signing.getByRole('button', { name: 'Sign the note' }).click();
  await page.getByText('90837 proposed').waitFor();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await sides.see(page, 'a signed note');
  await dialogOf(page, 'Add an amendment', 'Amendments', () => sides.see(page, 'an amendment'));
  expect(sides.found).toEqual([]);
});

test('charges and claims: to review, one charge and what is done with it, a denied claim and what is done with it, its files, paid', async ({
  page,
  stack,
}) => {
  test.setTimeout(240_000);
  const sides = bothSides();
  const biller = await aColleague(stack, 'biller');
  const edda = { firstName: 'Edda', lastName: 'Kessel', birthDate: '1967-12-02', memberId: 'W700400AUT' };
  const visit = await anExpectedVisit(stack, edda, 70);
  await signVisit(visit, await holdVisit(visit));
  await signIn(page, stack, 'biller');
  await page.goto('/charges');
  await page.getByRole('checkbox', { name: /Edda Kessel/ }).check();
  await sides.see(page, 'charges');
  await dialogOf(page, 'Approve', 'Approve 1 charge', async () => {
    await page.getByText('$175.00 enter the books').waitFor();
    await sides.see(page, 'approve');
  });
  await page.getByRole('link', { name: 'Edda Kessel' }).click();
  await page.getByRole('dialog', { name: '90837' }).getByRole('heading', { name: 'What happened' }).waitFor();
  await sides.see(page, 'a charge');
  await dialogOf(page, 'Do not bill', 'Do not bill 90837', () => sides.see(page, 'do not bill'));
  await dialogOf(page, 'Add a service', /^Add a service/, () => sides.see(page, 'add a service'));
  await dialogOf(page, 'Change', /^Change what/, () => sides.see(page, 'change a charge'));
  await page.setViewportSize(narrow);
  await sides.see(page, 'a charge on a narrow screen');
  await page.setViewportSize(wide);

  const claim = await billClient(biller, visit.clientId);
  const { person } = await biller.call<SessionView>('GET', 'session');
  await page.goto('/charges?show=approved');
  await page.getByRole('link', { name: 'Edda Kessel' }).click();
  await dialogOf(page, 'Open again', 'Open 90837 again', () => sides.see(page, 'open a charge again'));
  await page.goto(`/claims/${claim.id}`);
  await page.getByText('Ready to send', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'More for this claim' }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'a claim that is ready, and what can be done');
  await page.keyboard.press('Escape');
  await submitNow(stack, person.membershipId);
  await page
    .getByRole('heading', { name: 'NORTH MUTUAL says this visit was not authorized' })
    .waitFor({ timeout: 90_000 });
  await sides.see(page, 'a denied claim');
  await page.setViewportSize(narrow);
  await sides.see(page, 'a denied claim on a narrow screen');
  await page.setViewportSize(wide);
  await dialogOf(page, 'Send correction', 'Send a correction', () => sides.see(page, 'send a correction'));
  await dialogOf(page, 'Appeal', 'Note an appeal', () => sides.see(page, 'note an appeal'));
  await dialogOf(page, 'Write off', 'Give the rest up', () => sides.see(page, 'write off'));
  await dialogOf(page, 'Take back', 'Take this claim back', () => sides.see(page, 'take a claim back'));
  await page.getByRole('tab', { name: 'Visit and codes' }).click();
  await page.getByRole('tabpanel').getByText('F43.23').waitFor();
  await sides.see(page, 'the visit of a claim');
  await page.getByRole('link', { name: 'As it left (837)' }).click();
  await page.getByRole('button', { name: 'Insured person: NM1' }).focus();
  await page.getByRole('tooltip').waitFor();
  await sides.see(page, 'its 837, a segment explained');
  await page.goto('/claims?show=trouble');
  await page.getByRole('link', { name: 'Edda Kessel' }).waitFor();
  await sides.see(page, 'claims');
  expect(sides.found).toEqual([]);
});
