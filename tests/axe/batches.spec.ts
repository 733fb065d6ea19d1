import type { Page } from '@playwright/test';
import type { getAgreements } from '../../api/practice/agreement.contract';
import type { BatchView } from '../../api/claims/batch.contract';
import type { ResponseOf } from '../../api/http/contract';
import type { SessionView } from '../../api/session/session.contract';
import { anExpectedVisit, billClient, holdVisit, signVisit } from '../journeys/a-held-visit';
import { afternoonZone, asSuperuser, movePractice } from '../journeys/afternoon';
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

test('batches: the list, and one that waits, whose sender may no longer send, of which nobody knows, that was not taken, each with its acts', async ({
  page,
  stack,
}) => {
  test.setTimeout(240_000);
  const sides = bothSides();
  const [biller, administrator] = [await aColleague(stack, 'biller'), await aColleague(stack, 'administrator')];
  const { person } = await biller.call<SessionView>('GET', 'session');
  const visit = await anExpectedVisit(
    stack,
    { firstName: 'Iris', lastName: 'Calloway', birthDate: '1979-08-30', memberId: 'W700600' },
    70,
  );
  await signVisit(visit, await holdVisit(visit));
  await billClient(biller, visit.clientId);
  const { agreements } = await administrator.call<ResponseOf<typeof getAgreements>>('GET', 'agreements');
  const agreement = agreements.find(({ vendor, standing }) => vendor === 'clearinghouse' && standing === 'in_force');
  if (!agreement) throw new Error('the demo practice has an agreement with its clearinghouse');
  await administrator.call('POST', `agreements/${agreement.id}/end`, {}, agreement.version);
  await submitNow(stack, person.membershipId);
  const search = { sort: { field: 'openedAt', order: 'DESC' } };
  const { rows } = await biller.call<{ rows: BatchView[] }>('POST', 'claim-batches/search', search);
  const [batch] = rows;
  if (!batch) throw new Error('no batch was opened');
  const address = `/claims/batches/${batch.id}`;
  const acts = async (...dialogs: readonly (readonly [act: string, title: RegExp])[]) => {
    for (const [act, title] of dialogs) {
      await page.getByRole('button', { name: act, exact: true }).click();
      await page.getByRole('dialog', { name: title }).waitFor();
      await sides.see(page, `a batch, ${act}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  };

  await signIn(page, stack, 'administrator');
  await page.goto(address);
  await page.getByText('There is no agreement on record with the clearinghouse.').waitFor({ timeout: 60_000 });
  await claimsAreThere(page);
  await sides.see(page, 'a batch that waits');
  await page.setViewportSize(narrow);
  await sides.see(page, 'a batch that waits, on a narrow screen');
  await page.setViewportSize(wide);
  await acts(['Try now', /^Try batch/]);
  await page.goto('/claims/batches');
  await page.getByRole('link', { name: batch.controlNumber }).waitFor();
  await sides.see(page, 'batches');
  await page.setViewportSize(narrow);
  await sides.see(page, 'batches on a narrow screen');
  await page.setViewportSize(wide);

  // whoever sent it is no longer in Billing
  const roles = (list: string) => asSuperuser(stack, (sql) => sql.query(
    'update kernel.memberships set roles = $2::text[] where id = $1', [person.membershipId, list])); // prettier-ignore
  await roles('{front_desk}');
  await page.goto(address);
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Try now' }).click();
  await page.getByText('Whoever sent it may no longer do so.').waitFor({ timeout: 60_000 });
  await sides.see(page, 'a batch whose sender may no longer send');
  await acts(['Take over', /^Take over batch/]);
  await roles('{biller}');

  // what a clearinghouse answers, or does not: as the database's own superuser, because this one answers
  const becomes = (...states: readonly string[]) =>
    asSuperuser(stack, async (sql) => {
      for (const state of states)
        await sql.query(
          "update kept.claim_batches set state = $2, reason = 'timeout', version = version + 1, next_at = now() + interval '1 day' where id = $1",
          [batch.id, state],
        );
      await sql.query("update kept.next_steps set step = 'settle', due_at = now() + interval '1 day' where id = $1", [
        batch.id,
      ]);
    });
  await becomes('sending', 'unknown');
  await page.goto(address);
  await page.getByText('Nobody knows whether it has the file.').waitFor();
  await sides.see(page, 'a batch of which nobody knows');
  await acts(
    ['Try now', /^Try batch/],
    ['It arrived', /^The clearinghouse has batch/],
    ['It did not arrive', /^The clearinghouse has nothing/],
  );
  await becomes('sending', 'returned');
  await page.goto(address);
  await page.getByText('The clearinghouse will not take this file.').waitFor();
  await sides.see(page, 'a batch that was not taken');
  await acts(['Give up', /^Give up batch/]);
  await page.getByRole('button', { name: 'Give up', exact: true }).click();
  await page.getByRole('button', { name: 'Give it up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Given up');
  await claimsAreThere(page);
  await sides.see(page, 'a batch that was given up');

  const { vendor, services, signedOn } = agreement;
  await administrator.call('POST', 'agreements', { vendor, services, signedOn });
  await submitNow(stack, person.membershipId); // what was ready leaves after all
  expect(sides.found).toEqual([]);
});

/** The claims of the batch stand there. */
const claimsAreThere = (page: Page) =>
  page.getByRole('table', { name: 'Claims in it' }).getByRole('link').first().waitFor();
