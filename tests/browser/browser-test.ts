import { type Page, test as base, expect } from '@playwright/test';
import { type Site, serveBuild } from './serve-build';

interface WorkerFixtures {
  readonly galleryOrigin: string;
  readonly adminOrigin: string;
  readonly portalOrigin: string;
}

interface TestFixtures {
  /** Complaints of the page so far: errors, what the policy refused, requests to elsewhere. Must stay empty. */
  readonly complaints: string[];
}

const site = (program: Parameters<typeof serveBuild>[0]) =>
  [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are wanted from this pattern
    async ({}, use: (origin: string) => Promise<void>) => {
      const served: Site = await serveBuild(program);
      await use(served.origin);
      await served.close();
    },
    { scope: 'worker' as const },
  ] as const;

/** Every test of a page fails when the page throws, logs an error, breaks the policy, or asks another origin for anything. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  galleryOrigin: [...site('gallery')],
  adminOrigin: [...site('admin')],
  portalOrigin: [...site('portal')],
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      listen(page, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    // the browser itself logs each answer of 400 and above; the tests that bring them about look at the page
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`logged: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`asked elsewhere: ${request.url()}`);
  });
}
