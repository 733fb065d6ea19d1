import { lookAtSettings, readSettings } from '../../domain/settings';
import { clearinghouseSettings } from '../../domain/process-settings';
import { clearinghouseFrom } from './clearinghouse-from';

const fingerprint = `SHA256:${'a'.repeat(43)}`;
const complete = {
  KEPT_CLEARINGHOUSE: 'sftp://practice@sftp.example.org?to=inbound&from=outbound',
  KEPT_CLEARINGHOUSE_HOST_KEY: fingerprint,
  KEPT_CLEARINGHOUSE_PASSWORD: 'hunter2',
};
const from = (environment: Readonly<Record<string, string>>) =>
  clearinghouseFrom(readSettings(environment, clearinghouseSettings));

test('what is not set is absent; a folder needs nothing else; an SFTP server has its key and a secret', () => {
  expect(from({})).toBeUndefined();
  expect(from({ KEPT_CLEARINGHOUSE: 'file:///var/edi' })?.vendor).toBe('clearinghouse');
  expect(from(complete)?.vendor).toBe('clearinghouse');
  expect(from({ ...complete, KEPT_CLEARINGHOUSE_PASSWORD: '', KEPT_CLEARINGHOUSE_KEY_FILE: '/run/key' })).toBeDefined();
});

test.each([
  ['no host key', { KEPT_CLEARINGHOUSE_HOST_KEY: '' }, /^KEPT_CLEARINGHOUSE_HOST_KEY: missing/],
  ['no secret', { KEPT_CLEARINGHOUSE_PASSWORD: '' }, /^KEPT_CLEARINGHOUSE_PASSWORD: missing/],
  ['no user', { KEPT_CLEARINGHOUSE: 'sftp://sftp.example.org' }, /^KEPT_CLEARINGHOUSE: expected sftp:/],
  ['a path', { KEPT_CLEARINGHOUSE: 'sftp://a@sftp.example.org/edi' }, /^KEPT_CLEARINGHOUSE: expected sftp:/],
  ['a password in the address', { KEPT_CLEARINGHOUSE: 'sftp://a:hunter2@h' }, /^KEPT_CLEARINGHOUSE: the password/],
])('%s is told by the name of the setting, without its value', (_, more, line) => {
  let said = '';
  try {
    from({ ...complete, ...more });
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toMatch(line);
  expect(said).not.toContain('hunter2');
});

test('a fingerprint is one of SHA256, or several', () => {
  const look = (text: string) =>
    lookAtSettings({ KEPT_CLEARINGHOUSE_HOST_KEY: text }, ['KEPT_CLEARINGHOUSE_HOST_KEY']).settings
      ?.KEPT_CLEARINGHOUSE_HOST_KEY;
  expect(look(`${fingerprint}=, SHA256:${'b'.repeat(43)}`)).toEqual([fingerprint, `SHA256:${'b'.repeat(43)}`]);
  expect(look('MD5:aa:bb')).toBeUndefined();
  expect(look('SHA256:short')).toBeUndefined();
});
