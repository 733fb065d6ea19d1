/**
 * Draws the README's picture anew: Today as the front desk sees it, from a stack of its own with the demo practice. The practice is
 * put where it is early afternoon now, so that the whole of its day is in sight; all that is shown is what the stack says.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { afternoonZone, asSuperuser, movePractice } from '../journeys/afternoon.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = join(top, 'docs/screens');
const port = process.env.KEPT_SCREENS_PORT ?? '4180';

const folder = mkdtempSync(join(tmpdir(), 'kept-screens-'));
chmodSync(folder, 0o711);
const stack = spawn(process.execPath, [join(top, 'dev/bootstrap/start.mjs'), '--port', port, '--no-ui', '--quiet'], {
  env: { ...process.env, KEPT_STATE_FOLDER: folder, KEPT_DEMO: 'small' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => stack.once('exit', resolve));

try {
  await ready();
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
  await inTheAfternoon({ folder, databaseUrl: run.databaseUrl }, afternoonZone());
  await draw(run);
} finally {
  stack.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

function ready() {
  return new Promise((resolve, reject) => {
    let said = '';
    stack.stdout.on('data', (chunk) => {
      said += chunk.toString();
      if (said.includes('Kept is ready')) resolve();
    });
    void ended.then((code) => reject(new Error(`the stack did not start (${code}): ${said}`)));
  });
}

/** The practice where it is afternoon; what is booked for later days stays on a later day, at its hour of the working day. */
async function inTheAfternoon(place, zone) {
  const there = (column) =>
    `(${column} at time zone a.zone + ((now() at time zone $1)::date - (now() at time zone a.zone)::date) * interval '1 day') at time zone $1`;
  await asSuperuser(place, (client) =>
    client.query(
      `update kept.appointments a set starts_at = ${there('starts_at')}, ends_at = ${there('ends_at')}
        where starts_at > now() + interval '8 hours'`,
      [zone],
    ),
  );
  await movePractice(place, zone);
}

async function draw({ consoleUrl, logins }) {
  const { email, password } = logins.find(({ role }) => role === 'front_desk');
  const browser = await chromium.launch({
    executablePath: process.env.KEPT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US', colorScheme: 'light' });
  await page.goto(consoleUrl);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('article').first().waitFor();
  // what happens next is on each card once its workflow has planned it
  await page.locator('section:first-of-type article .k-next').nth(2).waitFor();
  await page.getByRole('heading', { name: /^Free / }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, 'today.png'), animations: 'disabled', caret: 'hide' });
  await browser.close();
}
