import { defineConfig } from '@playwright/test';

const executablePath = process.env['KEPT_CHROMIUM'];

/** Journeys through the screens, and their accessibility. Run through `npm test`, which brings Chromium and the compiled stack. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // each worker has a whole stack of its own, and people's machines have two cores
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox needs an unprivileged user
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/*.spec.ts' },
    { name: 'axe', testMatch: 'axe/*.spec.ts' },
  ],
});
