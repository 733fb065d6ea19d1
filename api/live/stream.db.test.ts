import http from 'node:http';
import { anApi } from '../../tests/builders/api';
import { aPractice, aWorld } from '../../tests/builders/practice';

const world = aWorld();
const api = anApi(world);

test('what a stream says comes at once and as it is, also to a browser that could unpack it', async () => {
  const caller = await api().as(await aPractice(world()), 'front_desk');
  const headers = { cookie: caller.cookie, 'accept-encoding': 'gzip, deflate, br' };
  const heard = await new Promise<{ readonly encoding: string | undefined; readonly text: string }>(
    (resolve, reject) => {
      const request = http.get({ host: '127.0.0.1', port: caller.port, path: '/api/live', headers }, (response) => {
        response.once('data', (chunk: Buffer) => {
          resolve({ encoding: response.headers['content-encoding'], text: chunk.toString() });
          request.destroy();
        });
      });
      request.once('error', reject);
    },
  );
  expect(heard.encoding).toBeUndefined();
  expect(heard.text).toMatch(/^event: resync\n/);
});
