import type { Channel, MessagePort, Repeat } from '../domain/messages/message-port';
import type { messageSettings } from '../domain/process-settings';
import { type Settings, SettingsError } from '../domain/settings';
import { emailPort } from './email/email';
import { sandboxPort } from './sandbox/sandbox';
import { twilioPort } from './twilio/twilio';

type MessageSettings = Settings<(typeof messageSettings)[number]>;

export interface MessagePorts {
  readonly sms?: MessagePort;
  readonly email?: MessagePort;
}

/** Where vendors report on messages of a channel: this path, on KEPT_CALLBACK_ORIGIN. */
export const callbackPath = (channel: Channel): string => `/callbacks/messages/${channel}`;

/**
 * The adapters that KEPT_SMS and KEPT_MAIL name. A channel that is not set is absent: the feature says so.
 * @throws SettingsError where what they need is missing, or the sandbox is named in production
 */
export function messagePortsFrom(settings: MessageSettings): MessagePorts {
  const [sms, mail] = [settings.KEPT_SMS, settings.KEPT_MAIL];
  return {
    ...(sms !== undefined && { sms: smsFrom(sms, settings) }),
    ...(mail !== undefined && { email: mailFrom(mail, settings) }),
  };
}

function smsFrom(text: string, settings: MessageSettings): MessagePort {
  if (text.startsWith('sandbox:')) return sandboxFrom('KEPT_SMS', text, 'sms', settings);
  if (text !== 'twilio:' && text !== 'twilio:?redacted=1')
    throw wrong('KEPT_SMS', 'expected twilio: or sandbox:http://…');
  return twilioPort({
    accountSid: needed(settings, 'KEPT_TWILIO_ACCOUNT_SID', 'KEPT_SMS'),
    authToken: needed(settings, 'KEPT_TWILIO_AUTH_TOKEN', 'KEPT_SMS'),
    from: needed(settings, 'KEPT_TWILIO_FROM', 'KEPT_SMS'),
    callbackUrl: needed(settings, 'KEPT_CALLBACK_ORIGIN', 'KEPT_SMS') + callbackPath('sms'),
    redacted: text.endsWith('redacted=1'),
  });
}

function mailFrom(text: string, settings: MessageSettings): MessagePort {
  if (text.startsWith('sandbox:')) return sandboxFrom('KEPT_MAIL', text, 'email', settings);
  const url = urlOf('KEPT_MAIL', text);
  if (!['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || url.search !== '')
    throw wrong('KEPT_MAIL', 'expected smtp://…, smtps://… or sandbox:http://…');
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  if ((login.user === '') !== (login.pass === ''))
    throw wrong('KEPT_MAIL', 'expected a user and a password, or neither');
  return emailPort({
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && !thisMachine.has(host),
    from: needed(settings, 'KEPT_MAIL_FROM', 'KEPT_MAIL'),
    ...(login.user !== '' && { login }),
  });
}

const thisMachine = new Set(['localhost', '127.0.0.1', '::1']);
const repeats: readonly string[] = ['keyed', 'lookup', 'never'] satisfies Repeat[];

function sandboxFrom(
  name: 'KEPT_SMS' | 'KEPT_MAIL',
  text: string,
  channel: Channel,
  settings: MessageSettings,
): MessagePort {
  if (settings.KEPT_MODE === 'production')
    throw wrong(name, 'the message sandbox is for development and refuses production mode');
  const url = urlOf(name, text.slice('sandbox:'.length));
  const repeat = url.searchParams.get('repeat') ?? 'keyed';
  if (!/^https?:$/.test(url.protocol) || !repeats.includes(repeat))
    throw wrong(name, 'expected sandbox:http://host:port?repeat=keyed|lookup|never');
  const callbackOrigin = settings.KEPT_CALLBACK_ORIGIN;
  return sandboxPort({
    url: url.origin,
    channel,
    repeat: repeat as Repeat,
    secret: needed(settings, 'KEPT_SANDBOX_SECRET', name),
    ...(callbackOrigin !== undefined && { callbackUrl: callbackOrigin + callbackPath(channel) }),
  });
}

/** The page on which one reads what the sandbox got; undefined where no channel is named so. */
export function sandboxUrlOf({ KEPT_MODE, KEPT_SMS, KEPT_MAIL }: MessageSettings): string | undefined {
  const named = [KEPT_SMS, KEPT_MAIL].find((text) => text?.startsWith('sandbox:'));
  return KEPT_MODE === 'production' || named === undefined
    ? undefined
    : urlOf('KEPT_SMS', named.slice('sandbox:'.length)).origin;
}

function needed(settings: MessageSettings, name: keyof MessageSettings, because: string): string {
  const value = settings[name];
  if (value === undefined) throw wrong(name, `missing, ${because} needs it`);
  return value;
}

function urlOf(name: string, text: string): URL {
  if (!URL.canParse(text)) throw wrong(name, 'expected a URL');
  return new URL(text);
}

const wrong = (name: string, fault: string) => new SettingsError(`${name}: ${fault}`);
