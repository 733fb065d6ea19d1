import { aStorage } from '../../tests/builders/storage';
import { clientDoorRoutes, staffRoutes } from '../app';
import type { Hub } from '../live/hub';
import { renderPage } from './reference-page';

const hub: Hub = {
  subscribe: () => () => undefined,
  onScreen: () => undefined,
  sessionEnded: () => undefined,
  close: () => Promise.resolve(),
};
const doors = {
  staff: staffRoutes({ hub, storage: aStorage(), system: { mode: 'test', parts: () => Promise.resolve([]) } }),
  client: clientDoorRoutes({ hub, linkKeys: [] }),
};

describe.each(['staff', 'client'] as const)('the page that describes the %s door', (door) => {
  const page = renderPage(doors[door], 'Kept <API>');

  test('has one title, one main part, and headings that skip no level', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [n, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1);
    expect(page.match(/<main>/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
  });

  test('names every route, and its links and labels lead to something that is there once', () => {
    for (const { contract } of doors[door]) expect(page).toContain(`<code>/api${contract.path}</code>`);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('needs no script, no style of its own and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style|style=|\son\w+=|https?:/i);
    expect(page).toContain('Kept &lt;API&gt;');
  });
});
