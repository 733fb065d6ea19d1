import type { Page } from '@playwright/test';
import type { ClaimDetailView } from '../../api/claims/claim.contract';
import type { SessionView } from '../../api/session/session.contract';
import { anExpectedVisit, billClient, holdVisit, signVisit } from './a-held-visit';
import { walkByTab } from './every-control';
import { payersFile } from './payers-file';
import { aColleague } from './staff-api';
import { submitNow } from './submit-now';
import { expect, signIn, test } from './watched';

/** What does not fit: cards and tables that leave the window, are crushed, or lie over one another. */
const misfits = (page: Page) =>
  page.evaluate(async () => {
    // what comes in has come; what moves for ever (a skeleton) is not waited for
    const moves = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.all(moves.map((one) => one.finished.catch(() => undefined)));
    const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.querySelector('main');
    const boxes = [...(scope?.querySelectorAll('.k-card, .k-table-frame') ?? [])]
      .filter((one) => one.checkVisibility() && !one.parentElement?.closest('.k-card, .k-table-frame'))
      .map((one) => ({ name: one.textContent?.trim().slice(0, 30) ?? '', box: one.getBoundingClientRect() }));
    const over = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const lost = boxes.filter(({ box }) => box.left < 0 || box.right > innerWidth || box.width < innerWidth / 2);
    const covered = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => over(a.box, b.box)));
    const outside = [...(scope?.querySelectorAll('a[href], button, input, select, textarea') ?? [])]
      .filter((one) => one.checkVisibility() && !one.closest('.k-table-frame')) // a table scrolls within its frame
      .filter((one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0)
      .map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '');
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return {
      boxes: boxes.length,
      lost: lost.map(({ name }) => name),
      covered: covered.map(({ name }) => name),
      outside,
      wide,
    };
  });

/** What stands in `main` at an address, once it is there, holds together. */
async function holdsTogether(page: Page, path: string): Promise<void> {
  const { boxes, ...found } = await misfits(page);
  expect([path, found]).toEqual([path, { lost: [], covered: [], outside: [], wide: 0 }]);
  expect(boxes, path).toBeGreaterThan(0);
}

test('at 360 pixels, which is 1280 at 350 %, each page of the console still holds together', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const ana = await (await aColleague(stack)).client('ana whitfield');
  await signIn(page, stack, 'administrator');
  await page.setViewportSize({ width: 360, height: 800 });
  const places = [
    ['/clients', 'table'],
    [`/clients/${ana.id}`, 'table'],
    ['/work', 'list'],
    ['/messages', 'table'],
    ['/messages?show=planned', 'table'],
    ['/system', 'table'],
    ['/calendar?view=week&who=all', 'region'],
    ['/calendar?view=month', 'table'],
    ['/calendar?view=list', 'region'],
    ['/reports', 'link'],
    ['/reports/revenue', 'table'],
    ['/reports/aging', 'table'],
    ['/reports/no-shows', 'table'],
    ['/reports/unsigned-notes', 'table'],
    ['/practice', 'definition'],
    ['/settings?show=agreements', 'table'],
  ] as const;
  for (const [path, role] of places) {
    await page.goto(path);
    await page.getByRole('main').getByRole(role).first().waitFor();
    await holdsTogether(page, path);
  }
});

test('at 360 pixels a note is written and signed, and its money is followed to the client, every control within reach', async ({
  page,
  browser,
  stack,
  watch,
}) => {
  test.setTimeout(180_000);
  const see = async (screen: Page, path: string) => {
    await holdsTogether(screen, path);
    const { unreached, unseen } = await walkByTab(screen);
    expect([path, unreached, unseen]).toEqual([path, [], []]);
  };
  const viewport = { width: 360, height: 800 };
  // the payer says nothing of her claim (dev/payer/README.md): what it says is dropped here
  const nell = { firstName: 'Nell', lastName: 'Hartwig', birthDate: '1972-06-11', memberId: 'W700500MUT' };
  const visit = await anExpectedVisit(stack, nell, 70);
  const visitId = await holdVisit(visit);
  const clinician = await (await browser.newContext({ baseURL: stack.consoleUrl, viewport })).newPage();
  watch.of(clinician);
  await signIn(clinician, stack, 'clinician');
  await clinician
    .getByRole('list', { name: 'Your visits of today' })
    .getByRole('link', { name: 'Nell Hartwig' })
    .first()
    .waitFor();
  await clinician.getByRole('heading', { name: /^Free / }).waitFor();
  await see(clinician, '/my-day');
  await clinician.goto(`/calendar/visits/${visitId}/note`);
  await clinician.getByLabel('Plan').waitFor();
  await clinician.getByText('None yet. A visit without one cannot be billed.').waitFor();
  await see(clinician, 'a note to write');
  await signVisit(visit, visitId);
  await clinician.getByText('90837 proposed').waitFor();
  await see(clinician, 'a signed note');
  await clinician.context().close();

  const biller = await aColleague(stack, 'biller');
  await signIn(page, stack, 'biller');
  await page.setViewportSize(viewport);
  await page.goto('/charges');
  await page.getByRole('link', { name: 'Nell Hartwig' }).waitFor();
  await see(page, '/charges');
  await page.getByRole('link', { name: 'Nell Hartwig' }).click();
  await page.getByRole('dialog').getByRole('heading', { name: 'What happened' }).waitFor();
  await see(page, 'a charge');
  const { id } = await billClient(biller, visit.clientId);
  const { person } = await biller.call<SessionView>('GET', 'session');
  await submitNow(stack, person.membershipId);
  await page.goto('/claims');
  await page.getByRole('link', { name: 'Nell Hartwig' }).waitFor();
  await see(page, '/claims');
  await page.getByRole('link', { name: 'Nell Hartwig' }).click();
  await page.getByRole('table', { name: 'Where the money of each line is' }).waitFor();
  const history = page.getByRole('list', { name: 'What happened', exact: true }).getByRole('listitem');
  await history.filter({ hasText: 'Format accepted' }).waitFor({ timeout: 60_000 });
  await see(page, 'a claim');
  await page.getByRole('link', { name: 'As it left (837)' }).click();
  await page.getByRole('list', { name: 'What the file says, segment by segment' }).waitFor();
  await see(page, 'its 837');

  const claim = await biller.call<ClaimDetailView>('GET', `claims/${id}`);
  await page.goto('/remittances');
  await page.getByLabel('Remittance files').setInputFiles(payersFile('EFTNARROW', [{ claim }]));
  await page.getByText('1 payment posted').waitFor();
  await see(page, '/remittances');
  await page.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('table', { name: 'What the payer says of each claim' }).getByRole('link').first().waitFor();
  await see(page, 'a remittance');
  await page.goto('/balances');
  await page.getByRole('link', { name: 'Nell Hartwig' }).waitFor();
  await see(page, '/balances');
  await page.getByRole('link', { name: 'Nell Hartwig' }).click();
  await page.getByText('Show it in the file').click();
  await page.getByRole('table', { name: 'Segments of this claim in the file' }).waitFor();
  await see(page, 'a balance');
});
