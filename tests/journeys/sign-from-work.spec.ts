import type { WorkItemView } from '../../api/work/work.contract';
import { anExpectedVisit, holdVisit } from './a-held-visit';
import { letVisitAge } from './let-time-pass';
import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

test('a note that nobody signed becomes its clinician’s work, and signing it is what does it', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const person = { firstName: 'Odile', lastName: 'Marchbank', birthDate: '1981-04-17', memberId: 'W700611' };
  const visit = await anExpectedVisit(stack, person, 70);
  const visitId = await holdVisit(visit);
  await signIn(page, stack, 'clinician');
  await page.goto(`/calendar/appointments/${visit.appointmentId}`);
  await expect(page.getByRole('heading', { name: /Note not signed by .+\? It comes to Work$/ })).toBeVisible();

  // four days later: new rules plan anew what waits, and these are the same as before
  await letVisitAge(stack, visitId, 4);
  const owner = await aColleague(stack, 'administrator');
  const { policyId: replaces, policy } = await owner.practice();
  const { reminders: _, ...rules } = policy;
  await owner.call('POST', 'practice-policies', { replaces, ...rules });

  const filter = { clientId: visit.clientId, cause: 'note_unsigned', state: 'open' };
  const asked = async () => {
    const { rows } = await visit.clinician.call<{ rows: WorkItemView[] }>('POST', 'work-items/search', { filter });
    return rows.map(({ clientName }) => clientName);
  };
  await expect.poll(asked, { timeout: 30_000 }).toEqual(['Odile Marchbank']);

  await page.goto('/work?queue=clinician&mine=yes');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Odile Marchbank' }) });
  await expect(row).toContainText('has not signed the note of the visit');
  await expect(row).toContainText('Yours');
  await row.getByRole('link', { name: 'Open the note' }).press('Enter');
  await page.getByLabel('Subjective').fill('Slept well.');
  await pressEnter(page.getByRole('button', { name: 'Sign' }).first());
  const sign = page.getByRole('dialog').getByRole('button', { name: 'Sign the note' });
  await pressEnter(sign);
  await expect(page.getByText('Signed', { exact: true }).first()).toBeVisible();
  await expect.poll(asked, { timeout: 30_000 }).toEqual([]);
  await page.goto('/work?queue=clinician&mine=yes');
  await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor();
  await expect(row).toHaveCount(0);
});
