import { defineConfig } from '@playwright/test';

/**
 * What Playwright 1.65 switches off itself (of two such lists Chromium takes the last), and the drop-downs of an address bar that
 * nobody sees: they are pages of their own, drawn for each window, and took a third of an empty test’s processor time (measured).
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * Real pages in a real browser: the system's Chromium, never a downloaded one. Run through `npm test`, which brings Chromium,
 * the compiled stack and the built pages.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/visual/baseline/{arg}{ext}',
  // a journey's worker has a whole stack of its own, and people's machines have two cores
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,
  // a threshold of one or two levels of 255: at rounded edges Chromium's rasterizer itself differs by one between runs (measured)
  expect: { toHaveScreenshot: { threshold: 0.01, maxDiffPixels: 0, animations: 'disabled', caret: 'hide' } },
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'light',
    viewport: { width: 1280, height: 900 },
    // what is waited for and never comes is told by its own name, before the whole test's time is over
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // a trace takes the page apart at every step: asked for when a failure needs one
    trace: process.env['KEPT_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['KEPT_CHROMIUM'] ?? '/usr/bin/chromium',
      // Chromium's own sandbox needs an unprivileged user
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        `--disable-features=${withoutFeatures.join(',')}`,
      ],
    },
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/*.spec.ts' },
    { name: 'axe', testMatch: 'axe/*.spec.ts' },
    { name: 'pieces', fullyParallel: true, testMatch: ['browser/*.spec.ts', 'visual/*.spec.ts'] },
  ],
});
