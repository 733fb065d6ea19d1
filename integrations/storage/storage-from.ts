import { fileURLToPath } from 'node:url';
import type { StoragePort } from '../../domain/files/storage-port';
import { type Settings, SettingsError } from '../../domain/settings';
import { diskStorage } from './disk';
import { s3Storage } from './s3';

/**
 * The adapter that KEPT_STORAGE names. Nothing is read or connected yet.
 * @throws SettingsError where the URL says too little
 */
export function storageFrom(
  settings: Settings<'KEPT_STORAGE'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): StoragePort {
  const url = new URL(settings.KEPT_STORAGE);
  return url.protocol === 'file:' ? diskStorage(folderOf(url)) : fromS3(url, environment['AWS_REGION']);
}

function folderOf(url: URL): string {
  if (url.host !== '' || url.pathname === '/') throw wrong('expected file:///folder');
  return fileURLToPath(url);
}

function fromS3(url: URL, standardRegion: string | undefined): StoragePort {
  const of = (name: string) => url.searchParams.get(name) ?? undefined;
  const unknown = [...url.searchParams.keys()].filter((name) => !['endpoint', 'region', 'pathStyle'].includes(name));
  const [region, endpoint] = [of('region') ?? standardRegion, of('endpoint')];
  if (url.host === '' || !['', '/'].includes(url.pathname)) throw wrong('expected s3://bucket?region=…');
  if (url.username || url.password) throw wrong('credentials belong into the AWS environment, not into the URL');
  if (unknown.length > 0) throw wrong(`expected endpoint, region and pathStyle, not ${unknown.join(', ')}`);
  if (!region) throw wrong('region is missing, in the URL and in AWS_REGION');
  if (endpoint !== undefined && !/^https?:/.test(endpoint)) throw wrong('endpoint must be an http or https URL');
  return s3Storage({
    bucket: url.host,
    region,
    pathStyle: of('pathStyle') === '1',
    ...(endpoint !== undefined && { endpoint }),
  });
}

const wrong = (fault: string) => new SettingsError(`KEPT_STORAGE: ${fault}`);
