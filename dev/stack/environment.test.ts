import { readSettings, type SettingName } from '../../domain/settings';
import { embeddedSettings, processEnvironment } from './environment';
import { stateFolder } from './folders';
import { choosePorts } from './ports';
import { newSecrets } from './secrets';

async function settingsWith(environment: Record<string, string>) {
  return embeddedSettings({
    ports: await choosePorts(
      4600,
      () => {},
      async () => true,
    ),
    secrets: newSecrets(),
    state: stateFolder({ KEPT_STATE_FOLDER: '/tmp/with a space/.kept' }),
    payerKey: `SHA256:${'a'.repeat(43)}`,
    temporal: { address: '127.0.0.1:4606', namespace: 'default' },
    environment,
  });
}

test('every setting that the stack gives is one that the processes accept', async () => {
  const settings = await settingsWith({});
  const read = readSettings(settings, Object.keys(settings) as SettingName[]);
  expect(read.KEPT_MODE).toBe('development');
  expect(read.KEPT_STAFF_PORT).toBe(4600);
  expect(read.KEPT_CLEARINGHOUSE).toBe('sftp://kept@127.0.0.1:4608?sent=sent');
  expect(read.KEPT_STORAGE).toBe('file:///tmp/with%20a%20space/.kept/files');
});

test('a developer may bring real vendors, but not another database', async () => {
  const settings = await settingsWith({ KEPT_SMS: 'twilio:', KEPT_DATABASE_URL: 'postgres://elsewhere/kept' });
  expect(settings.KEPT_SMS).toBe('twilio:');
  expect(settings.KEPT_DATABASE_URL).toContain('@127.0.0.1:4605/kept');
});

test('a process is given the settings of the stack and nothing of npm, of Postgres tools or of another Kept', () => {
  const outside = { PATH: '/bin', KEPT_MODE: 'production', npm_config_x: '1', PGPASSWORD: 'x' };
  expect(processEnvironment(outside, { KEPT_SMS: 'sandbox:' })).toEqual({ PATH: '/bin', KEPT_SMS: 'sandbox:' });
});
