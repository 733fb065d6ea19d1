import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { smallPng } from './small-png.mjs';

const [waitMs, stillMs] = [20_000, 800];

/** Draws screens of a stack that runs into a folder, with the list of all that were asked for. Answers what did not come, in words. */
export async function drawAll({ consoleUrl, portalUrl, logins }, screens, folder) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.KEPT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
    ],
  });
  const pages = new Map();
  const missing = [];
  try {
    for (const screen of screens) {
      try {
        if (!pages.has(screen.as)) pages.set(screen.as, await signedIn(browser, screen.as));
        await draw(pages.get(screen.as), screen, folder);
      } catch (error) {
        missing.push(`${screen.name}: ${error.message.split('\n')[0]}`);
      }
    }
  } finally {
    await browser.close();
  }
  return missing;

  async function signedIn(open, role) {
    const { email, password } = logins.find((one) => one.role === role);
    const baseURL = role === 'client' ? portalUrl : consoleUrl;
    const viewport = role === 'client' ? { width: 360, height: 740 } : { width: 1280, height: 800 };
    const context = await open.newContext({ baseURL, viewport, locale: 'en-US', timezoneId: 'America/New_York' });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^(?!Sign in)/ }).waitFor();
    return page;
  }
}

async function draw(page, screen, folder) {
  if (screen.as !== 'client') await prefer(page, 'walk', screen.walk ? null : 'off');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(await addressOf(page, screen));
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: waitMs });
  if (screen.until) await page.locator(screen.until).first().waitFor({ timeout: waitMs });
  await still(page);
  await take(page, join(folder, `${screen.name}.png`));
  if (!screen.dark) return;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await still(page);
  await take(page, join(folder, `${screen.name}-dark.png`));
}

const take = async (page, file) =>
  writeFileSync(file, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));

/** Nothing is a skeleton any more, and nothing has come for a while. */
async function still(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    (ms) => {
      const now = performance.now();
      const text = document.body.textContent;
      if (document.querySelector('.k-skeleton, [aria-busy="true"]') || window.screenText !== text) {
        window.screenText = text;
        window.screenSince = now;
      }
      return now - window.screenSince > ms;
    },
    stillMs,
    { timeout: waitMs, polling: 100 },
  );
}

/** The list of all pictures, as `screens.ts` has it. */
export function listScreens(screens, folder) {
  const parts = screens.map(({ name, shows, route, dark }) =>
    [
      `## ${shows}`,
      `\`${route}\``,
      `![${shows}](${name}.png)`,
      ...(dark ? [`![${shows}, dark](${name}-dark.png)`] : []),
    ].join('\n\n'),
  );
  const lead =
    'Every page of the console and of the portal, as `npm run screens` draws them from the full demo practice (`tests/visual/screens.ts`). All people are invented.';
  writeFileSync(join(folder, 'README.md'), `# Screens\n\n${lead}\n\n${parts.join('\n\n')}\n`);
}

async function addressOf(page, { route, record, query = '' }) {
  const path = route.replace(/^portal:/, '');
  if (!record) return path + query;
  const { list, filter = {}, sort, at = 'id', has = at } = record;
  const { rows } = await call(page, 'POST', `${list}/search`, { filter, range: [0, 99], ...(sort && { sort }) });
  const partOf = (row, place) => place.split('.').reduce((part, key) => part?.[key], row) ?? undefined;
  const found = rows.find((row) => partOf(row, has) !== undefined);
  const id = found && partOf(found, at);
  if (id === undefined) throw new Error(`no record of ${list} is there to draw`);
  return path.replace(':id', id) + query;
}

const prefer = (page, key, value) => call(page, 'PUT', `session/preferences/${key}`, { value });

/** As the page itself asks: with its cookie. */
async function call(page, method, path, body) {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api/${where}`, {
        method: how,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(what),
      });
      return { status: response.status, body: await response.json() };
    },
    [method, path, body],
  );
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.code}`);
  return answer.body;
}
