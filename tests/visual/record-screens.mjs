/**
 * `npm run screens [NAME…]` draws the pictures of `docs/screens/` anew, all or those of `screens.ts` that are named, from a stack of
 * its own with the full demo practice, or with the state folder that KEPT_SCREENS_STATE names. Outside of office hours the practice is put where it is early afternoon now, so that the
 * whole of its day is in sight; all that is shown is what the stack says. A page that does not come is named at the end.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afternoonZone, asSuperuser, movePractice } from '../journeys/afternoon.ts';
import { drawAll, listScreens } from './draw-screens.mjs';
import { screens } from './screens.ts';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const port = process.env.KEPT_SCREENS_PORT ?? '4180';
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => screens.every((screen) => screen.name !== name));
if (unknown.length > 0) throw new Error(`no such screen: ${unknown.join(', ')}`);

const folder = process.env.KEPT_SCREENS_STATE ?? ownFolder();
const stack = spawn(process.execPath, [join(top, 'dev/bootstrap/start.mjs'), '--port', port, '--no-ui', '--quiet'], {
  env: { ...process.env, KEPT_STATE_FOLDER: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => stack.once('exit', resolve));

try {
  await ready();
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
  if (!isDaytime()) await inTheAfternoon({ folder, databaseUrl: run.databaseUrl }, afternoonZone());
  const drawn = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const missing = await drawAll(run, drawn, join(top, 'docs/screens'));
  listScreens(screens, join(top, 'docs/screens'));
  for (const line of missing) console.error(line);
  if (missing.length > 0) process.exitCode = 1;
} finally {
  stack.kill('SIGTERM');
  await ended;
  if (!process.env.KEPT_SCREENS_STATE) rmSync(folder, { recursive: true, force: true });
}

function ownFolder() {
  const made = mkdtempSync(join(tmpdir(), 'kept-screens-'));
  chmodSync(made, 0o711);
  return made;
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

/** The demo practice is open, with some of its day behind it and some ahead. */
function isDaytime() {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit' });
  const hour = Number(clock.format(new Date()));
  return hour >= 10 && hour < 17;
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
