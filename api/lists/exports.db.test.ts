import type { AuditRow } from '../../domain/database/tables.generated';
import { registerClient } from '../../domain/clients/register-client';
import { type Answered, anApi } from '../../tests/builders/api';
import { type TestPractice, aClient, aPractice, aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';

const world = aWorld();
const api = anApi(world);

const entriesOf = (answer: Answered): Promise<AuditRow[]> =>
  asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<AuditRow>('select * from kept.audit where request_id = $1', [
      answer.headers['kept-request-id'],
    ]);
    return rows;
  });

const called = (practice: TestPractice, firstName: string, lastName: string) =>
  practice.as('front_desk', (tx) =>
    registerClient(tx, {
      firstName,
      lastName,
      preferredName: null,
      pronouns: null,
      birthDate: '1990-05-04',
      zone: 'America/New_York',
      language: 'en',
      contacts: [],
      consents: [],
      clinicians: [],
      notADouble: true,
    }),
  );

test('a file has its head and its lines, and the audit says by which filter, how many rows and of whom', async () => {
  const practice = await aPractice(world());
  const [ida, noor] = [await called(practice, 'Ida', 'Moss'), await called(practice, 'Noor', 'Abara')];
  const desk = await api().as(practice, 'front_desk');
  const answer = await desk.post('/api/clients/export', {
    filter: { states: ['active'] },
    sort: { field: 'name', order: 'DESC' },
  });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="clients-\d{4}-\d\d-\d\d\.csv"$/);
  const [head, ...lines] = answer.text.split('\r\n');
  expect(head).toMatch(/^\uFEFFRecord number,Name,/);
  expect(lines.map((line) => line.split(',')[1])).toEqual(['Ida Moss', 'Noor Abara', undefined]);
  expect(lines[0]).toContain(',1990-05-04,active,');
  const [entry, ...more] = await entriesOf(answer);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    actor_id: await practice.member('front_desk'),
    act: 'POST /clients/export',
    outcome: 'done',
    fields: expect.arrayContaining(['rows=2', 'filter.states=active', 'sort=name DESC']),
    client_ids: expect.arrayContaining([ida, noor]),
  });
});

test('what was typed stands in no audit: only that something was', async () => {
  const practice = await aPractice(world());
  await called(practice, 'Ida', 'Moss');
  const desk = await api().as(practice, 'front_desk');
  const answer = await desk.post('/api/clients/export', { filter: { text: 'Moss' } });
  expect(answer.text).toContain('Ida Moss');
  const entries = await entriesOf(answer);
  expect(entries[0]?.fields.toSorted()).toEqual(['filter.text', 'rows=1']);
  expect(JSON.stringify(entries)).not.toContain('Moss');
});

test('a clinician takes along whom she cares for and nobody else; who may not see a list gets no file of it', async () => {
  const practice = await aPractice(world());
  const own = await aClient(practice, { clinicians: [practice.clinician] });
  await called(practice, 'Noor', 'Abara');
  const clinician = await api().as(practice, 'clinician');
  const answer = await clinician.post('/api/clients/export', {});
  expect(answer.text.trimEnd().split('\r\n')).toHaveLength(2);
  expect((await entriesOf(answer))[0]?.client_ids).toEqual([own]);
  for (const list of ['claims', 'charges', 'remittances', 'balances'])
    expect((await clinician.post(`/api/${list}/export`, {})).status).toBe(404);
  expect((await (await api().as(practice, 'biller')).post('/api/messages/export', {})).status).toBe(404);
});

test('a name that a spreadsheet would run as a formula is text in the file', async () => {
  const practice = await aPractice(world());
  await called(practice, '=HYPERLINK("http://x.example")', 'Moss');
  const answer = await (await api().as(practice, 'front_desk')).post('/api/clients/export', {});
  expect(answer.text).toContain(`,"'=HYPERLINK(""http://x.example"") Moss",`);
  expect(answer.text).not.toMatch(/(^|,|")[=+\-@\t](?!\d)/m);
});

test('a file asked for again is told again: it is a new look, whatever the screen says of itself', async () => {
  const practice = await aPractice(world());
  await called(practice, 'Ida', 'Moss');
  const desk = await api().as(practice, 'front_desk');
  const again = { headers: { 'kept-refetch': '1' } };
  for (let time = 0; time < 2; time += 1)
    expect(await entriesOf(await desk.post('/api/clients/export', {}, again))).toHaveLength(1);
});

test('a filter, an order or a range that the list does not have is refused', async () => {
  const practice = await aPractice(world());
  const desk = await api().as(practice, 'front_desk');
  for (const body of [{ filter: { name: 'x' } }, { sort: { field: 'email', order: 'ASC' } }, { range: [0, 5] }])
    expect((await desk.post('/api/clients/export', body)).status).toBe(422);
});
