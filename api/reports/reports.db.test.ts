import type { AuditRow } from '../../domain/database/tables.generated';
import { anApi } from '../../tests/builders/api';
import { aBillingPractice } from '../../tests/builders/billing';
import { aPractice, aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { aStorage } from '../../tests/builders/storage';

const world = aWorld();
const api = anApi(world);

test('a report as a file has the figures of its day, and the audit says of which', async () => {
  const practice = await aBillingPractice(world(), aStorage());
  await practice.submitted();
  const biller = await api().as(practice, 'biller');
  const answer = await biller.post('/api/reports/aging/export', { filter: { asOf: '2026-11-02' } });
  expect([answer.status, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="money-owed-\d{4}-\d\d-\d\d\.csv"$/),
  ]);
  const [head, ...lines] = answer.text.trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFKind,Payer,0-30 days,31-60 days,61-90 days,91-120 days,Over 120 days,Total');
  expect(lines).toEqual([
    'insurer,ACME BEHAVIORAL HEALTH,0.00,175.00,0.00,0.00,0.00,175.00',
    'clients,,0.00,0.00,0.00,0.00,0.00,0.00',
    'credit,,,,,,,0.00',
  ]);
  const entries = await asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<AuditRow>('select * from kept.audit where request_id = $1', [
      answer.headers['kept-request-id'],
    ]);
    return rows;
  });
  expect(entries).toMatchObject([
    { act: 'POST /reports/aging/export', outcome: 'done', client_ids: [], record_ids: [] },
  ]);
  expect(entries[0]?.fields.toSorted()).toEqual(['filter.asOf=2026-11-02', 'rows=3']);
});

test('who keeps the books gets the reports of money, who oversees the practice gets the others too, and nobody else any', async () => {
  const practice = await aPractice(world());
  const money = ['revenue', 'aging'];
  const others = ['no-shows', 'reminders', 'unsigned-notes'];
  const open = async (role: Parameters<ReturnType<typeof api>['as']>[1]) => {
    const person = await api().as(practice, role);
    const seen: string[] = [];
    for (const report of [...money, ...others]) {
      const [read, file] = [
        await person.get(`/api/reports/${report}`),
        await person.post(`/api/reports/${report}/export`, {}),
      ];
      expect([role, report, file.status]).toEqual([role, report, read.status]);
      if (read.status === 200) seen.push(report);
    }
    return seen;
  };
  for (const role of ['administrator', 'supervisor', 'auditor'] as const)
    expect([role, await open(role)]).toEqual([role, [...money, ...others]]);
  expect(await open('biller')).toEqual(money);
  for (const role of ['front_desk', 'clinician'] as const) expect([role, await open(role)]).toEqual([role, []]);
});

test('a day that is none, or ahead, or is named twice, is refused by its name', async () => {
  const practice = await aPractice(world());
  const biller = await api().as(practice, 'biller');
  for (const query of ['asOf=2026-02-30', 'asOf=2199-01-01', 'asOf=2026-01-01&asOf=2026-01-02']) {
    const answer = await biller.get(`/api/reports/aging?${query}`);
    expect([query, answer.status, answer.text.includes('"/asOf"')]).toEqual([query, 422, true]);
  }
  expect((await biller.get('/api/reports/aging?client=1')).status).toBe(422);
});
