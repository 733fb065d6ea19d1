import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SettingsError } from '../../domain/settings';
import { storageFrom } from './storage-from';

test('a folder with a space in its name is a store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept storage '));
  const storage = storageFrom({ KEPT_STORAGE: pathToFileURL(folder).href });
  expect(await storage.check()).toEqual({ kind: 'ready' });
  expect(storage.vendor).toBe('disk');
  await rm(folder, { recursive: true });
});

test('a bucket takes its region from the URL or from the AWS environment', () => {
  expect(storageFrom({ KEPT_STORAGE: 's3://bucket?region=us-east-2' }, {}).vendor).toBe('s3');
  expect(storageFrom({ KEPT_STORAGE: 's3://bucket' }, { AWS_REGION: 'us-east-2' }).vendor).toBe('s3');
});

test('what the URL lacks or has too much is said in one line, without its values', () => {
  const wrong: Record<string, RegExp> = {
    'file:///': /folder/,
    'file://host/folder': /folder/,
    's3://bucket': /region/,
    's3://bucket/folder?region=x': /s3:\/\/bucket/,
    's3://key:hunter2@bucket?region=x': /credentials/,
    's3://bucket?region=x&zone=hunter2': /not zone/,
    's3://bucket?region=x&endpoint=hunter2': /endpoint/,
  };
  for (const [KEPT_STORAGE, said] of Object.entries(wrong)) {
    const read = () => storageFrom({ KEPT_STORAGE }, {});
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(said);
    expect(read).not.toThrow(/hunter2|\n/);
  }
});
