import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { aFolder } from './fixtures/a-folder';
import { downloadTemporal } from './temporal-download';

async function served(content: Buffer | undefined): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => {
    if (!content) response.statusCode = 404;
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/archive.tar.gz`, close: () => server.close() };
}

function anArchive(): Buffer {
  const folder = aFolder();
  writeFileSync(join(folder, 'temporal'), '#!/bin/sh\n');
  chmodSync(join(folder, 'temporal'), 0o755);
  return spawnSync('tar', ['-czf', '-', '-C', folder, 'temporal']).stdout;
}

const aTarget = () => join(aFolder(), 'cache/temporal-1.5.1/temporal');

test('an archive with the pinned digest is unpacked into the cache', async () => {
  const archive = anArchive();
  const { url, close } = await served(archive);
  const target = aTarget();
  const sha256 = createHash('sha256').update(archive).digest('hex');
  expect(await downloadTemporal(target, { url, sha256 })).toBeUndefined();
  expect(readFileSync(target, 'utf8')).toBe('#!/bin/sh\n');
  close();
});

test('an archive with another digest is not used', async () => {
  const { url, close } = await served(anArchive());
  const target = aTarget();
  expect(await downloadTemporal(target, { url, sha256: 'f'.repeat(64) })).toContain('has the digest');
  expect(existsSync(target)).toBe(false);
  close();
});

test('a missing archive and a server that refuses are answered with the reason', async () => {
  const { url, close } = await served(undefined);
  expect(await downloadTemporal(aTarget(), { url, sha256: '' })).toBe('status 404');
  close();
  expect(await downloadTemporal(aTarget(), { url: 'http://127.0.0.1:1/x', sha256: '' })).toMatch(/bad port|refused/i);
});
