import type { ClearinghousePort } from '../../domain/clearinghouse/clearinghouse-port';
import { type Finding, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('claims');

const mends: Readonly<Record<string, string>> = {
  ENOENT: 'make the folder with to/ and from/ in it, mount its disk, or mend KEPT_CLEARINGHOUSE',
  EACCES: 'give the worker the right to read and write there',
  login_refused:
    'ask the clearinghouse for the login, then mend KEPT_CLEARINGHOUSE_PASSWORD or KEPT_CLEARINGHOUSE_KEY_FILE',
  key_file_unreadable: 'mount the key where KEPT_CLEARINGHOUSE_KEY_FILE says, readable by the worker',
  wrong_host_key: 'ask the clearinghouse whether its key has changed before KEPT_CLEARINGHOUSE_HOST_KEY is mended',
};

/** Whether the clearinghouse can be looked at, as the worker looks. Nothing is sent or fetched. */
export async function clearinghouseFindings(port: ClearinghousePort | undefined): Promise<readonly Finding[]> {
  if (port === undefined)
    return [
      warn('clearinghouse', 'no clearinghouse is configured: claims are written and wait', 'set KEPT_CLEARINGHOUSE'),
    ];
  const listed = await port.list();
  if (listed.kind === 'listed') return [ok('clearinghouse', `${port.vendor} can be looked at`)];
  const mend = mends[listed.code] ?? 'does it answer, and is KEPT_CLEARINGHOUSE right?';
  return [fail('clearinghouse.unreachable', `${port.vendor} cannot be looked at (${listed.code})`, mend)];
}
