import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { StartedStack } from './stack';
import { expect, signIn, test } from './watched';

const part = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** Whether api and worker call themselves ready, and how they say the whole stands. */
async function told({ folder }: StartedStack): Promise<readonly (readonly [ready: number, state: string])[]> {
  const settings = JSON.parse(readFileSync(join(folder, 'environment.json'), 'utf8')) as Record<string, string>;
  const ports = [settings['KEPT_API_PRIVATE_PORT'], settings['KEPT_WORKER_PRIVATE_PORT']];
  return Promise.all(
    ports.map(async (port) => {
      const ask = (path: string) => fetch(`http://127.0.0.1:${port}/${path}`);
      const [ready, health] = await Promise.all([ask('readyz'), ask('health')]);
      const { state } = (await health.json()) as { state: string };
      return [ready.status, state] as const;
    }),
  );
}

test('a file store that is gone is told in words on the System page and in /health, while everybody can go on working', async ({
  page,
  stack,
}) => {
  const [files, elsewhere] = [join(stack.folder, 'files'), join(stack.folder, 'files-not-mounted')];
  await signIn(page, stack, 'administrator');
  await page.goto('/system');
  await expect(part(page, 'File store')).toContainText('Works');
  renameSync(files, elsewhere);
  try {
    // the page looks again by itself
    await expect(part(page, 'File store')).toContainText('Does not work');
    await expect(part(page, 'File store')).toContainText(
      'Documents cannot be stored or opened. Everything else goes on.',
    );
    await expect(page.getByRole('status')).toHaveText('Some parts do not work as they should.');
    await expect(part(page, 'Database')).toContainText('People can work.');
    expect(await told(stack)).toEqual([
      [200, 'degraded'],
      [200, 'degraded'],
    ]);
  } finally {
    renameSync(elsewhere, files);
  }
  await page.reload();
  await expect(part(page, 'File store')).toContainText('Documents can be stored and opened.');
});
