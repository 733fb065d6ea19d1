import { SettingsError, readSettings } from '../domain/settings';
import { messageSettings } from '../domain/process-settings';
import { messagePortsFrom, sandboxUrlOf } from './message-ports-from';

const from = (environment: Record<string, string>) => messagePortsFrom(readSettings(environment, messageSettings));
const development = { KEPT_MODE: 'development', KEPT_SANDBOX_SECRET: 'a secret of the tests' };
const twilio = {
  KEPT_SMS: 'twilio:',
  KEPT_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  KEPT_TWILIO_AUTH_TOKEN: 'hunter2',
  KEPT_TWILIO_FROM: '+15035550199',
  KEPT_CALLBACK_ORIGIN: 'https://portal.practice.example',
};
const mail = { KEPT_MAIL: 'smtp://kept:hunter2@mail.practice.example', KEPT_MAIL_FROM: 'office@practice.example' };

test('what is not configured is absent', () => {
  expect(from({})).toEqual({});
});

test('each channel gets the adapter that its setting names', () => {
  expect(from({ ...twilio, ...mail })).toMatchObject({
    sms: { vendor: 'twilio', channel: 'sms', repeat: 'lookup' },
    email: { vendor: 'smtp', channel: 'email', repeat: 'never' },
  });
  expect(from({ ...twilio, KEPT_SMS: 'twilio:?redacted=1' }).sms?.repeat).toBe('never');
  const sandbox = 'sandbox:http://127.0.0.1:4610?repeat=';
  expect(from({ ...development, KEPT_SMS: `${sandbox}lookup`, KEPT_MAIL: `${sandbox}never` })).toMatchObject({
    sms: { vendor: 'sandbox', channel: 'sms', repeat: 'lookup' },
    email: { vendor: 'sandbox', channel: 'email', repeat: 'never' },
  });
  expect(from({ ...development, KEPT_SMS: 'sandbox:http://127.0.0.1:4610' }).sms?.repeat).toBe('keyed');
});

test('the sandbox refuses production mode, which is what no mode means', () => {
  for (const KEPT_MODE of ['production', '']) {
    const read = () => from({ ...development, KEPT_MODE, KEPT_SMS: 'sandbox:http://127.0.0.1:4610' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/^KEPT_SMS: .*production/);
  }
});

test('what is missing or wrong is named in one line, without its value', () => {
  const { KEPT_CALLBACK_ORIGIN: _, ...unreachable } = twilio;
  const wrong: [Record<string, string>, RegExp][] = [
    [{ KEPT_SMS: 'hunter2' }, /^KEPT_SMS: /],
    [{ KEPT_SMS: 'twilio:' }, /^KEPT_TWILIO_ACCOUNT_SID: /],
    [unreachable, /^KEPT_CALLBACK_ORIGIN: /],
    [{ KEPT_MAIL: mail.KEPT_MAIL }, /^KEPT_MAIL_FROM: /],
    [{ ...mail, KEPT_MAIL: 'http://hunter2' }, /^KEPT_MAIL: /],
    [{ ...mail, KEPT_MAIL: 'hunter2' }, /^KEPT_MAIL: /],
    [{ ...mail, KEPT_MAIL: 'smtp://hunter2@mail.example' }, /^KEPT_MAIL: .*password/],
    [{ ...development, KEPT_SMS: 'sandbox:hunter2' }, /^KEPT_SMS: /],
    [{ ...development, KEPT_SMS: 'sandbox:http://127.0.0.1:1?repeat=hunter2' }, /^KEPT_SMS: .*repeat/],
    [{ KEPT_MODE: 'test', KEPT_MAIL: 'sandbox:http://127.0.0.1:1' }, /^KEPT_SANDBOX_SECRET: /],
  ];
  for (const [environment, said] of wrong) {
    const read = () => from(environment);
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(said);
    expect(read).not.toThrow(/hunter2|\n/);
  }
});

test('where messages can be read is known in development alone, and only where they go to the sandbox', () => {
  const pageOf = (environment: Record<string, string>) => sandboxUrlOf(readSettings(environment, messageSettings));
  const sandbox = { ...development, KEPT_MAIL: 'sandbox:http://127.0.0.1:4610?repeat=never' };
  expect(pageOf(sandbox)).toBe('http://127.0.0.1:4610');
  expect(pageOf({ ...sandbox, KEPT_MODE: 'production' })).toBeUndefined();
  expect(pageOf({ ...twilio, ...mail })).toBeUndefined();
});
