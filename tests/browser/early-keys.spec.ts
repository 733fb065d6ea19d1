import type { Page } from '@playwright/test';
import { expect, test } from './browser-test';
import { type StubAnswer, frontDesk, problem, stubApi } from './stub-api';

const desk = { ...frontDesk, capabilities: ['schedule.change', 'clients.read', 'clients.change'] };
const practice = { zone: 'America/New_York', staff: [], rooms: [], types: [] };

/** Signs in; what is pressed from then on comes before the answer, the console or its dialogs are there. */
async function signIn(page: Page, origin: string, path = '/nowhere') {
  let answer: (with_: StubAnswer) => void = () => undefined;
  const answered = new Promise<StubAnswer>((resolve) => {
    answer = resolve;
  });
  const asked = await stubApi(page, {
    'GET /api/session': () => ({ status: 401, body: problem('signed_out', 401) }),
    'GET /api/practice': () => ({ status: 200, body: practice }),
    'POST /api/clients/search': () => ({ status: 200, body: { rows: [], total: 0 } }),
  });
  await page.route('**/api/session', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const { status, body } = (await answered) as Exclude<StubAnswer, 'hold'>;
    return route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
  });
  await page.goto(`${origin}${path}`); // the frame alone, where nothing else is asked for
  await page.getByRole('textbox', { name: 'Email' }).fill('mira@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('right');
  await page.keyboard.press('Enter');
  return { asked, answer };
}
const signedIn: StubAnswer = { status: 200, body: { kind: 'signed_in', session: desk } };
const client = (page: Page) =>
  page.getByRole('dialog', { name: 'Book an appointment' }).getByRole('combobox', { name: 'Client' });

test('what is typed while the sign-in is under way waits for the console: b opens the booking, the letters behind it find the client', async ({
  page,
  adminOrigin,
}) => {
  const { asked, answer } = await signIn(page, adminOrigin);
  await page.keyboard.type('bwei zh');
  answer(signedIn);
  await expect(client(page)).toHaveValue('wei zh');
  await page.keyboard.type('ang');
  await expect(client(page)).toHaveValue('wei zhang');
  await expect
    .poll(() => asked.findLast(({ path }) => path === '/api/clients/search')?.body)
    .toMatchObject({ filter: { text: 'wei zhang' } });
});

/** Holds back the code of a page; answers how to let it pass. */
async function holdBack(page: Page, file: RegExp): Promise<() => void> {
  let pass: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  await page.route(file, async (route) => {
    await passed;
    await route.continue();
  });
  return pass;
}

test('keys pressed right behind g and a letter wait for the page where its code is still on its way', async ({
  page,
  adminOrigin,
}) => {
  const pass = await holdBack(page, /clients-page-[^/]*\.js$/);
  const { answer } = await signIn(page, adminOrigin);
  answer(signedIn);
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
  await page.keyboard.type('gln');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  pass();
  await expect(page.getByRole('dialog', { name: 'Register a client' })).toBeVisible();
  await page.keyboard.type('Wei');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'First name' })).toHaveValue('Wei');
});

test('keys pressed right behind a link wait for the page where its code is still on its way', async ({
  page,
  adminOrigin,
}) => {
  const pass = await holdBack(page, /clients-page-[^/]*\.js$/);
  const { answer } = await signIn(page, adminOrigin);
  answer(signedIn);
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Clients' }).click();
  await page.keyboard.type('n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  pass();
  await expect(page.getByRole('dialog', { name: 'Register a client' })).toBeVisible();
});

test('keys pressed behind the sign-in for the page that it leads to wait for its code too', async ({
  page,
  adminOrigin,
}) => {
  const pass = await holdBack(page, /clients-page-[^/]*\.js$/);
  const { answer } = await signIn(page, adminOrigin, '/clients');
  await page.keyboard.type('n');
  answer(signedIn);
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  pass();
  await expect(page.getByRole('dialog', { name: 'Register a client' })).toBeVisible();
});

test('letters typed right behind b wait for the dialog where its code is still on its way', async ({
  page,
  adminOrigin,
}) => {
  const pass = await holdBack(page, /appointment-dialog-[^/]*\.js$/);
  const { answer } = await signIn(page, adminOrigin);
  answer(signedIn);
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
  await page.keyboard.type('bwei');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  pass();
  await expect(client(page)).toHaveValue('wei');
});

test('a refused sign-in forgets what was typed behind it, and its fields take letters again', async ({
  page,
  adminOrigin,
}) => {
  const { answer } = await signIn(page, adminOrigin);
  await page.keyboard.type('b');
  answer({ status: 401, body: problem('wrong_credentials', 401) });
  await expect(page.getByRole('alert')).toContainText('Email and password do not match');
  const password = page.getByRole('textbox', { name: 'Password' });
  await expect(password).toHaveValue('right');
  await expect(password).toBeFocused();
  await page.keyboard.type('er');
  await expect(password).toHaveValue('righter');
});
