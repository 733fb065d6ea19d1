import { fileURLToPath } from 'node:url';
import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';
import type { clearinghouseSettings } from '../../domain/process-settings';
import { type Settings, SettingsError } from '../../domain/settings';
import { directoryClearinghouse } from './directory';
import { sftpClearinghouse } from './sftp';

type ClearinghouseSettings = Settings<(typeof clearinghouseSettings)[number]>;

/**
 * The adapter that KEPT_CLEARINGHOUSE names; undefined where none is configured. Nothing is read or connected yet.
 * @throws SettingsError where what it needs is missing: a host's key above all
 */
export function clearinghouseFrom(settings: ClearinghouseSettings): ClearinghousePort | undefined {
  if (settings.KEPT_CLEARINGHOUSE === undefined) return undefined;
  const url = new URL(settings.KEPT_CLEARINGHOUSE);
  return url.protocol === 'file:' ? directoryClearinghouse(fileURLToPath(url)) : sftpFrom(url, settings);
}

function sftpFrom(url: URL, settings: ClearinghouseSettings): ClearinghousePort {
  const { KEPT_CLEARINGHOUSE_PASSWORD: password, KEPT_CLEARINGHOUSE_KEY_FILE: keyFile } = settings;
  if (url.password !== '') throw wrong('KEPT_CLEARINGHOUSE', 'the password belongs into KEPT_CLEARINGHOUSE_PASSWORD');
  if (url.hostname === '' || url.username === '' || !['', '/'].includes(url.pathname))
    throw wrong('KEPT_CLEARINGHOUSE', 'expected sftp://user@host:port?to=…&from=…&sent=…');
  const hostKeys = settings.KEPT_CLEARINGHOUSE_HOST_KEY;
  if (hostKeys === undefined) throw wrong('KEPT_CLEARINGHOUSE_HOST_KEY', 'missing, an SFTP clearinghouse needs it');
  if (password === undefined && keyFile === undefined)
    throw wrong('KEPT_CLEARINGHOUSE_PASSWORD', 'missing, or KEPT_CLEARINGHOUSE_KEY_FILE');
  const sent = url.searchParams.get('sent') ?? '';
  return sftpClearinghouse({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 22 : Number(url.port),
    user: decodeURIComponent(url.username),
    hostKeys,
    to: url.searchParams.get('to') || 'to',
    from: url.searchParams.get('from') || 'from',
    ...(sent !== '' && { sent }),
    ...(password !== undefined && { password }),
    ...(keyFile !== undefined && { keyFile }),
  });
}

const wrong = (name: string, fault: string) => new SettingsError(`${name}: ${fault}`);
