import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The sandbox's inbox in a real browser: axe, keyboard only, light and dark, live, over a restart. */
const { status } = spawnSync(
  process.execPath,
  [join('node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', 'verify'],
  {
    env: { ...process.env, KEPT_VERIFY: 'dev/sandbox' },
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
