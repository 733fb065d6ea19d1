import type { Page, Route } from '@playwright/test';

export const frontDesk = {
  person: { membershipId: 'mira', name: 'Mira Okonjo', initials: 'MO' },
  practice: { id: 'elm', name: 'Elm Street Practice', zone: 'America/New_York' },
  roles: ['front_desk'],
  capabilities: [] as readonly string[], // no area is open: these are tests of the frame around them
  idleAt: 0,
  expiresAt: Date.UTC(2100, 0, 1),
  idleSeconds: 900,
  preferences: {},
};

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a stub answers: status, and body as JSON. `hold` answers never. */
export type StubAnswer = { readonly status: number; readonly body?: unknown } | 'hold';

/** Stands for the API in the tests of the shell. `answers` come first; the session is open unless they say otherwise. */
export async function stubApi(
  page: Page,
  answers: Readonly<Record<string, (asked: Asked) => StubAnswer>> = {},
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const standard: typeof answers = {
    'GET /api/session': () => ({ status: 200, body: frontDesk }),
    'POST /api/session': () => ({ status: 200, body: { kind: 'signed_in', session: frontDesk } }),
    'POST /api/session/input': () => ({ status: 200, body: { idleAt: 0 } }),
    'PUT /api/session/preferences/theme': () => ({ status: 200, body: { value: null } }),
    'PUT /api/session/preferences/language': () => ({ status: 200, body: { value: null } }),
    'DELETE /api/session': () => ({ status: 200, body: { signedOut: true } }),
    'GET /api/live': () => 'hold',
  };
  await page.route('**/api/**', async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname;
    const one = { method: request.method(), path, headers: request.headers(), body: request.postDataJSON() as unknown };
    asked.push(one);
    const key = `${one.method} ${path}`;
    const answer = (answers[key] ?? standard[key] ?? (() => ({ status: 404, body: problem('not_found', 404) })))(one);
    if (answer === 'hold') return;
    await route.fulfill({
      status: answer.status,
      contentType: answer.status >= 400 ? 'application/problem+json' : 'application/json',
      body: answer.body === undefined ? '' : JSON.stringify(answer.body),
    });
  });
  return asked;
}

export const problem = (code: string, status: number, more: object = {}) => ({
  type: `urn:kept:problem:${code}`,
  title: code,
  status,
  code,
  errors: [],
  requestId: '0197-test',
  ...more,
});
