import type { Page } from '@playwright/test';
import { violationsOf } from '../axe/violations';
import { expect, test } from './browser-test';
import { type Asked, type StubAnswer, frontDesk, problem, stubApi } from './stub-api';

interface Claim {
  readonly id: string;
  readonly version: number;
  readonly client: string;
  readonly status: string;
  readonly note: string;
}

const claim = (id: string, client: string, more: Partial<Claim> = {}): Claim => ({
  id,
  client,
  version: 1,
  status: 'sent',
  note: '',
  ...more,
});

/** Claims in memory, searched as the API does. */
function aTable(rows: Claim[]) {
  const find = (id: string) => rows.find((row) => row.id === id);
  const search = ({ body }: Asked): StubAnswer => {
    const { filter, sort, range } = body as {
      filter: { text?: string; status?: string; ids?: string[] };
      sort?: { field: keyof Claim; order: string };
      range: [number, number];
    };
    const found = rows
      .filter((row) => (filter.ids ? filter.ids.includes(row.id) : true))
      .filter((row) => (filter.status ? row.status === filter.status : true))
      .filter((row) => row.client.toLowerCase().includes((filter.text ?? '').toLowerCase()))
      .toSorted((a, b) => {
        const field = sort?.field ?? 'id';
        return (sort?.order === 'DESC' ? -1 : 1) * String(a[field]).localeCompare(String(b[field]));
      });
    return { status: 200, body: { rows: found.slice(range[0], range[1] + 1), total: found.length } };
  };
  const change = (id: string, more: Partial<Claim>) => {
    const at = rows.findIndex((row) => row.id === id);
    const next = { ...(rows[at] as Claim), ...more, version: (rows[at] as Claim).version + 1 };
    rows[at] = next;
    return next;
  };
  const patch = ({ path, headers, body }: Asked): StubAnswer => {
    const current = find(path.split('/').at(-2) ?? '');
    if (!current) return { status: 404, body: problem('not_found', 404) };
    if (headers['if-match'] !== `"${current.version}"`) {
      return { status: 412, body: problem('stale_version', 412, { current }) };
    }
    return { status: 200, body: change(current.id, body as Partial<Claim>) };
  };
  return { find, change, search, patch };
}

const standard = () =>
  aTable([claim('a', 'Juniper Vale'), claim('b', 'Orla Finch', { status: 'paid' }), claim('c', 'Wren Abbott')]);

async function begin(page: Page, origin: string, answers: Parameters<typeof stubApi>[1], path = '') {
  const asked = await stubApi(page, answers);
  await page.goto(`${origin}/gallery/data${path}`);
  await page.getByRole('button', { name: 'Begin' }).click();
  return asked;
}

const searchesOf = (asked: readonly Asked[]) => asked.filter(({ path }) => path === '/api/claims/search');

test('what someone types reaches the body of a search and nothing else; text and filter both survive going back', async ({
  page,
  galleryOrigin,
}) => {
  const secret = 'Kowalski';
  const table = aTable([claim('a', 'Grace Kowalski'), claim('b', 'Orla Finch', { status: 'paid' })]);
  const asked = await begin(page, galleryOrigin, {
    'POST /api/claims/search': table.search,
    'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
  });
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.getByRole('searchbox', { name: 'Search claims' }).fill(secret);
  await expect(page.getByRole('link')).toHaveText(['Grace Kowalski']);
  await page.getByRole('combobox', { name: 'Status' }).selectOption('sent');
  await page.getByRole('link', { name: 'Grace Kowalski' }).click();
  await page.getByRole('heading', { name: 'Sample claim' }).waitFor();
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search claims' })).toHaveValue(secret);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('sent');
  await expect(page.getByRole('link')).toHaveText(['Grace Kowalski']);
  expect(searchesOf(asked).at(-1)?.body).toMatchObject({ filter: { text: secret, status: 'sent' } });

  const kept = await page.evaluate(async () => ({
    url: location.href,
    history: JSON.stringify(history.state),
    title: document.title,
    local: JSON.stringify(Object.entries(localStorage)),
    session: JSON.stringify(Object.entries(sessionStorage)),
    cookie: document.cookie,
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
  }));
  expect(Object.entries(kept).filter(([, value]) => value.includes(secret))).toEqual([]);
  expect([kept.local, kept.session, kept.databases, kept.caches]).toEqual(['[]', '[]', '[]', '[]']);
  expect(urls.filter((url) => url.includes(secret))).toEqual([]);
  expect(new URL(kept.url).search).toBe('?status=sent');
});

test('react-admin’s own list would put it into the address: the test above can fail', async ({
  page,
  galleryOrigin,
}) => {
  await begin(page, galleryOrigin, { 'POST /api/claims/search': standard().search }, '/leaky');
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('Kowalski');
  await expect.poll(() => page.url()).toContain('Kowalski');
});

test('a value in the address that is no filter of ours is no filter', async ({ page, galleryOrigin }) => {
  const asked = await begin(page, galleryOrigin, { 'POST /api/claims/search': standard().search }, '?status=<b>');
  await expect(page.getByRole('link')).toHaveCount(2);
  expect(searchesOf(asked)[0]?.body).toMatchObject({ filter: {}, range: [0, 1] });
});

test('pages and sorting ask for their part, and rows can be selected by their names', async ({
  page,
  galleryOrigin,
}) => {
  const asked = await begin(page, galleryOrigin, { 'POST /api/claims/search': standard().search });
  await expect(page.getByText('1–2 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('link')).toHaveText(['Wren Abbott']);
  expect(searchesOf(asked).at(-1)?.body).toMatchObject({ range: [2, 3] });
  await page.getByRole('button', { name: 'Client' }).click();
  await expect(page.getByRole('link')).toHaveText(['Wren Abbott', 'Orla Finch']);
  await page.getByRole('checkbox', { name: 'Select Orla Finch' }).check();
  await expect(page.getByRole('checkbox', { name: 'Select Orla Finch' })).toBeChecked();
});

test('a search that fails says so with a way on, and the list comes when it works again', async ({
  page,
  galleryOrigin,
}) => {
  let works = false;
  const table = standard();
  await begin(page, galleryOrigin, {
    'POST /api/claims/search': (one) => (works ? table.search(one) : { status: 500, body: problem('internal', 500) }),
  });
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await expect(page.getByRole('alert')).toContainText('0197-test');
  works = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link')).toHaveText(['Juniper Vale', 'Orla Finch']);
});

test('live: what changed elsewhere shows, marked as asked for by nobody, and rows out of sight go', async ({
  page,
  galleryOrigin,
}) => {
  const table = standard();
  let say: (text: string) => Promise<void> = async () => undefined;
  await page.addInitScript(() => {
    class Stream extends EventTarget {
      readyState = 1;
      constructor() {
        super();
        Object.assign(window, {
          hint: (event: string, data: unknown) =>
            this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) })),
        });
      }
      close() {}
    }
    Object.assign(window, { EventSource: Stream });
  });
  say = (text) => page.evaluate(`hint(${text})`);
  const asked = await begin(page, galleryOrigin, { 'POST /api/claims/search': table.search });
  await expect(page.getByRole('link')).toHaveText(['Juniper Vale', 'Orla Finch']);
  const before = searchesOf(asked).length;
  expect(searchesOf(asked).every(({ headers }) => headers['kept-refetch'] === undefined)).toBe(true);

  table.change('a', { status: 'paid' });
  await say(`'changed', [{ kind: 'claim', id: 'a' }]`);
  await expect(page.getByRole('row', { name: /Juniper Vale/ })).toContainText('paid');
  expect(searchesOf(asked)).toHaveLength(before + 1);
  expect(searchesOf(asked).at(-1)).toMatchObject({
    body: { filter: { ids: ['a'] } },
    headers: { 'kept-refetch': '1' },
  });

  await say(`'gone', [{ kind: 'claim', id: 'b' }]`);
  await expect(page.getByRole('link')).toHaveText(['Juniper Vale']);
  await say(`'resync', null`);
  await expect(page.getByRole('link')).toHaveText(['Juniper Vale', 'Orla Finch']);
  expect(searchesOf(asked).at(-1)?.headers['kept-refetch']).toBe('1');
});

test.describe('when someone else saved first', () => {
  async function bothEdit(page: Page, origin: string) {
    const table = standard();
    const asked = await begin(
      page,
      origin,
      {
        'POST /api/claims/search': table.search,
        'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
        'POST /api/claims/a/change': table.patch,
      },
      '/a',
    );
    await page.getByRole('textbox', { name: 'Note' }).fill('Call back on Monday');
    table.change('a', { client: 'Juniper Vale-Reed', note: 'Left a message' });
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Someone changed this while you were typing' });
    await expect(dialog.getByRole('row')).toHaveText([
      'FieldYoursTheirs now',
      'note changed by bothCall back on MondayLeft a message',
      'clientJuniper ValeJuniper Vale-Reed',
    ]);
    expect(await violationsOf(page)).toEqual([]);
    return { table, asked, dialog };
  }
  const patches = (asked: readonly Asked[]) => asked.filter(({ path }) => path.endsWith('/change'));

  test('saving mine sends my fields on their version, and keeps what they changed', async ({ page, galleryOrigin }) => {
    const { table, asked, dialog } = await bothEdit(page, galleryOrigin);
    await dialog.getByRole('button', { name: 'Save mine' }).click();
    await page.getByRole('heading', { name: 'Sample claims' }).waitFor();
    expect(patches(asked).map(({ headers, body }) => [headers['if-match'], body])).toEqual([
      ['"1"', { note: 'Call back on Monday' }],
      ['"2"', { note: 'Call back on Monday' }],
    ]);
    expect(table.find('a')).toMatchObject({ client: 'Juniper Vale-Reed', note: 'Call back on Monday', version: 3 });
  });

  test('taking theirs puts their text into the form, and saving goes on from there', async ({
    page,
    galleryOrigin,
  }) => {
    const { asked, dialog } = await bothEdit(page, galleryOrigin);
    await dialog.getByRole('button', { name: 'Take theirs' }).click();
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Left a message');
    await page.getByRole('textbox', { name: 'Note' }).fill('Left two messages');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Sample claims' }).waitFor();
    expect(patches(asked).at(-1)).toMatchObject({
      headers: { 'if-match': '"2"' },
      body: { note: 'Left two messages' },
    });
  });

  test('the dialog cannot be lost by Escape, and what was typed is still in the form', async ({
    page,
    galleryOrigin,
  }) => {
    const { dialog } = await bothEdit(page, galleryOrigin);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await expect(page.locator('textarea')).toHaveValue('Call back on Monday');
  });
});

test('a save that finds the session over keeps what was typed, and goes through once after the sign-in', async ({
  page,
  galleryOrigin,
}) => {
  const table = standard();
  let open = true;
  const asked = await begin(
    page,
    galleryOrigin,
    {
      'POST /api/claims/search': table.search,
      'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
      'POST /api/claims/a/change': (one) =>
        open ? table.patch(one) : { status: 401, body: problem('signed_out', 401) },
      'POST /api/session': () => {
        open = true;
        return { status: 200, body: { kind: 'signed_in', session: frontDesk } };
      },
    },
    '/a',
  );
  await page.getByRole('textbox', { name: 'Note' }).fill('Call back on Monday');
  open = false;
  await page.getByRole('button', { name: 'Save' }).click();
  const curtain = page.getByRole('dialog', { name: 'You were signed out' });
  await expect(curtain).toContainText('nothing you typed is lost');
  await expect(page.locator('textarea')).toHaveValue('Call back on Monday');
  await curtain.getByRole('textbox', { name: 'Email' }).fill('mira@example.com');
  await curtain.getByRole('textbox', { name: 'Password' }).fill('right');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sample claims' }).waitFor();
  expect(table.find('a')).toMatchObject({ note: 'Call back on Monday', version: 2 });
  const saves = asked.filter(({ path }) => path.endsWith('/change'));
  expect(saves).toHaveLength(2);
  expect(new Set(saves.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('faults stand at their fields, and the form keeps what was typed', async ({ page, galleryOrigin }) => {
  const table = standard();
  const errors = [{ pointer: '/note', code: 'too_long', params: { max: 10 } }];
  await begin(
    page,
    galleryOrigin,
    {
      'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
      'POST /api/claims/a/change': () => ({ status: 422, body: problem('invalid', 422, { errors }) }),
    },
    '/a',
  );
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('Far too long a note');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(note).toHaveAccessibleDescription('Use at most 10 characters');
  await expect(note).toHaveValue('Far too long a note');
  await expect(page.getByRole('alert')).toContainText('Something needs correcting');
});

test('each field of a form sends its kind of value, and only what was changed', async ({ page, galleryOrigin }) => {
  const table = standard();
  const asked = await begin(
    page,
    galleryOrigin,
    {
      'POST /api/claims/search': table.search,
      'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
      'POST /api/claims/a/change': table.patch,
    },
    '/a',
  );
  await page.getByRole('combobox', { name: 'Status' }).selectOption('paid');
  await page.getByLabel('Day').fill('2026-12-01');
  const time = page.getByRole('textbox', { name: 'Time' });
  await time.fill('whenever');
  await page.keyboard.press('Tab');
  await expect(time).toHaveAccessibleDescription('Write a time, such as 2:30 PM');
  await time.fill('230p');
  await page.getByRole('checkbox', { name: 'Urgent' }).check();
  await page.getByRole('switch', { name: 'Text reminders' }).check();
  await page.getByRole('textbox', { name: 'Note' }).fill('typed');
  await page.getByRole('textbox', { name: 'Note' }).fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Sample claims' }).waitFor();
  const changed = { status: 'paid', day: '2026-12-01', time: '14:30', urgent: true, texts: true };
  expect(asked.find(({ path }) => path.endsWith('/change'))?.body).toMatchObject(changed);
});

test('an act names the version that was looked at, and its refusal is told', async ({ page, galleryOrigin }) => {
  const table = standard();
  const asked = await begin(
    page,
    galleryOrigin,
    {
      'GET /api/claims/a': () => ({ status: 200, body: table.find('a') }),
      'POST /api/claims/a/void': () => ({ status: 409, body: problem('wrong_state', 409) }),
    },
    '/a',
  );
  await page.getByRole('button', { name: 'Void' }).click();
  await expect(page.getByRole('alert')).toContainText('This is no longer possible');
  const act = asked.find(({ path }) => path.endsWith('/void'));
  expect(act?.headers).toMatchObject({ 'if-match': '"1"' });
  expect(act?.headers['idempotency-key']).toBeTruthy();
});
