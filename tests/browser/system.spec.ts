import { violationsOf } from '../axe/violations';
import { expect, test } from './browser-test';
import { frontDesk, stubApi } from './stub-api';

const part = (name: string, state: string, detail: string | null = null) => ({ name, state, ms: 3, detail });

test('a vendor that refuses what it is given shows as limited, with what that means for people', async ({
  page,
  adminOrigin,
}) => {
  const administrator = { ...frontDesk, roles: ['administrator'], capabilities: ['system.read'] };
  const parts = [part('postgres', 'up'), part('texts', 'degraded', 'twilio'), part('mail', 'down', 'smtp')];
  const outbox = { waiting: 0, parked: 0, oldestSeconds: 0 };
  const system = { at: Date.now(), state: 'degraded', mode: 'production', parts, outbox, overdueSteps: 0 };
  await stubApi(page, {
    'GET /api/session': () => ({ status: 200, body: administrator }),
    'GET /api/system': () => ({ status: 200, body: system }),
  });
  await page.goto(`${adminOrigin}/system`);
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(rowOf('Texts')).toContainText('by twilio');
  await expect(rowOf('Texts')).toContainText('Limited');
  await expect(rowOf('Texts')).toContainText('has refused texts or said nothing in the last 15 minutes');
  await expect(rowOf('Email')).toContainText('Does not work');
  await expect(rowOf('Database')).toContainText('Works');
  await expect(page.getByRole('status').filter({ hasText: 'Some parts do not work as they should.' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
