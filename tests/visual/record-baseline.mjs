/** Draws the pictures of `screens.spec.ts` anew and notes the Chromium that drew them. Look at each one before it is committed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'baseline');
const executablePath = process.env.KEPT_CHROMIUM ?? '/usr/bin/chromium';

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const version = browser.version();
await browser.close();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'drawn-by.json'), `${JSON.stringify({ chromium: version })}\n`);
const { status } = spawnSync('npx', ['playwright', 'test', 'tests/visual', '--update-snapshots=all'], {
  stdio: 'inherit',
  env: { ...process.env, KEPT_RECORD_SCREENS: '1' },
});
process.exitCode = status ?? 1;
