import { Gauge, Registry } from 'prom-client';
import { type PartHealth, notConfigured, overall, probe, reachable } from './health';
import { servePrivately } from './private-server';

const up = (name: string): PartHealth => ({ name, state: 'up', ms: 1, detail: null });
const down = (name: string): PartHealth => ({ ...up(name), state: 'down' });

test('a part is up with what it says of itself, or down without the words of the error', async () => {
  expect(await probe('files', () => Promise.resolve('disk'))).toMatchObject({ state: 'up', detail: 'disk' });
  const broken = await probe('files', () => Promise.reject(new Error('password of Ana')));
  expect(broken).toEqual({ name: 'files', state: 'down', ms: expect.any(Number) as number, detail: null });
});

test('a part that does not answer is down when its time is up', async () => {
  const silent = await probe('files', () => new Promise<null>(() => undefined), 20);
  expect(silent.state).toBe('down');
});

test('where nobody listens nothing is reachable', async () => {
  await expect(reachable('127.0.0.1:9')).rejects.toThrow('ECONNREFUSED');
});

test.each([
  [[up('postgres'), up('files')], 'up'],
  [[up('postgres'), notConfigured('mail')], 'up'],
  [[up('postgres'), down('files')], 'degraded'],
  [[down('postgres'), up('files')], 'down'],
] as const)('of %j the whole is %s', (parts, whole) => {
  expect(overall(parts, ['postgres'])).toBe(whole);
});

describe('the private server', () => {
  const vital = { parts: [up('postgres')] };
  const others = { parts: [up('files')] };
  const metrics = new Registry();
  new Gauge({ name: 'kept_outbox_waiting', help: 'Rows that wait', registers: [metrics] }).set(7);
  let server: Awaited<ReturnType<typeof servePrivately>>;
  beforeAll(async () => {
    server = await servePrivately({
      host: '127.0.0.1',
      port: 0,
      metrics,
      ready: () => Promise.resolve(vital.parts),
      others: () => Promise.resolve(others.parts),
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    vital.parts = [up('postgres')];
    others.parts = [up('files')];
  });
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return { status: answer.status, text: await answer.text(), kept: answer.headers.get('cache-control') };
  };
  const told = async (path: string) => {
    const { status, text } = await ask(path);
    return [status, JSON.parse(text)];
  };

  test('lives as long as it answers, whatever else is down', async () => {
    vital.parts = [down('postgres')];
    expect(await told('/livez')).toEqual([200, { alive: true }]);
  });

  test('is ready while what it cannot do without is up; the others change nothing in that', async () => {
    others.parts = [down('files')];
    expect(await told('/readyz')).toMatchObject([200, { ready: true, parts: [{ name: 'postgres' }] }]);
    vital.parts = [down('postgres')];
    expect(await told('/readyz')).toMatchObject([503, { ready: false }]);
  });

  test('tells of every part, and how the whole stands', async () => {
    expect(await told('/health')).toMatchObject([
      200,
      { state: 'up', parts: [{ name: 'postgres' }, { name: 'files' }] },
    ]);
    others.parts = [down('files')];
    expect(await told('/health')).toMatchObject([200, { state: 'degraded' }]);
    vital.parts = [down('postgres')];
    expect(await told('/health')).toMatchObject([200, { state: 'down' }]);
  });

  test('gives metrics as they are scraped, and nothing at any other address', async () => {
    expect(await ask('/metrics')).toMatchObject({
      status: 200,
      text: expect.stringContaining('kept_outbox_waiting 7') as string,
    });
    expect(await ask('/metrics/')).toMatchObject({ status: 404, kept: 'no-store' });
  });
});
