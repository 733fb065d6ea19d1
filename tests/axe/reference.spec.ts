import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import express, { Router } from 'express';
import { clientDoorRoutes, staffRoutes } from '../../api/app';
import { securityHeaders } from '../../api/http/headers';
import { serveReference } from '../../api/http/reference-page';
import type { Hub } from '../../api/live/hub';
import { aStorage } from '../builders/storage';
import { violationsOf } from './violations';

const hub: Hub = {
  subscribe: () => () => undefined,
  onScreen: () => undefined,
  sessionEnded: () => undefined,
  close: () => Promise.resolve(),
};

async function serve(door: 'staff' | 'client'): Promise<Server> {
  const routes =
    door === 'staff'
      ? staffRoutes({ hub, storage: aStorage(), system: { mode: 'test', parts: () => Promise.resolve([]) } })
      : clientDoorRoutes({ hub, linkKeys: [] });
  const router = Router();
  serveReference(routes, door, 'Kept: an API')(router);
  const server = createServer(express().use(securityHeaders('http://127.0.0.1')).use('/api', router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

for (const door of ['staff', 'client'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the page that describes the ${door} door can be read by everyone, ${colorScheme}`, async ({ page }) => {
      const server = await serve(door);
      const complaints: string[] = [];
      page.on('console', (message) => {
        // the console's own icon is served beside the api, which is not here
        if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.emulateMedia({ colorScheme });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/docs`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept: an API');
      const found = await violationsOf(page);
      server.closeAllConnections();
      server.close();
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });
