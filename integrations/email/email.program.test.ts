import type { Instant, OutboundMessage } from '../../domain/messages/message-port';
import { messageSuite } from '../message-suite';
import { type EmailOptions, emailPort } from './email';
import { startMailServer } from './fixtures/mail-server';
import { htmlPart } from './html-part';

const local = { host: '127.0.0.1', secure: false, requireTls: false, from: 'office@practice.example' };
const login = { user: 'kept', pass: 'password-of-the-tests' };

messageSuite('email', async () => {
  const server = await startMailServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) =>
      password === login.pass
        ? done(null, { user: 'kept' })
        : done(Object.assign(new Error('no'), { responseCode: 535 })),
  });
  const port = (options: object) => emailPort({ ...local, port: server.port, login, ...options });
  return {
    port: port({}),
    unreachable: port({ port: 1 }),
    unknownHost: port({ host: 'nowhere.invalid' }),
    unknown: port({ login: { ...login, pass: 'of-somebody-else' } }),
    received: () =>
      Promise.resolve(
        server.mails.map(({ to, parsed }) => ({
          to: to.join(),
          subject: parsed.subject,
          body: (parsed.text ?? '').replace(/\n$/, ''),
        })),
      ),
    arm: (fault) => Promise.resolve(server.arm(fault)),
    secrets: [login.pass, 'example.com', 'practice.example', 'welcome'],
    close: () => server.close(),
  };
});

describe('what only mail does', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  async function aServer(options: Parameters<typeof startMailServer>[0] = { hideSTARTTLS: true }) {
    const server = await startMailServer(options);
    stops.push(server.close);
    return server;
  }
  const aMessage = (more: Partial<OutboundMessage> = {}): OutboundMessage => ({
    key: '0198c0de-0000-7000-8000-000000000001.2',
    to: 'ana@example.com',
    subject: 'Your appointment',
    body: 'Hello Ana,\n\nit is on Tue, Dec 8.\nSee https://portal.example/a/1.',
    firstTriedAt: Date.now() as Instant,
    ...more,
  });
  const send = (port: number, message: OutboundMessage, more: Partial<EmailOptions> = {}) =>
    emailPort({ ...local, port, ...more }).send(message, AbortSignal.timeout(10_000));

  test('a mail says who it is from, that a machine wrote it, and carries the key in its Message-ID', async () => {
    const server = await aServer();
    await send(server.port, aMessage({ language: 'es' }));
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: local.from, to: ['ana@example.com'] });
    expect(mail?.parsed.messageId).toBe('<0198c0de-0000-7000-8000-000000000001.2@practice.example>');
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parsed.headers.get('content-language')).toBe('es');
    expect(mail?.parsed.from?.value).toEqual([{ name: '', address: local.from }]);
  });

  test('the HTML part says the same as the text, in its language, with links, and fetches nothing', async () => {
    const server = await aServer();
    await send(server.port, aMessage({ language: 'es', body: 'Uno <b> & "dos"\ntres\n\nhttps://portal.example/a/1.' }));
    const html = String(server.mails[0]?.parsed.html);
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('<title>Your appointment</title>');
    expect(html).toContain('<p>Uno &lt;b&gt; &amp; &quot;dos&quot;<br>\ntres</p>');
    expect(html).toContain('<p><a href="https://portal.example/a/1">https://portal.example/a/1</a>.</p>');
    expect(htmlPart('x', 'y', 'en')).not.toMatch(/src=|url\(|<img|<script|<link/);
  });

  test('an address that could be two, or another header, is refused before anything is said to a server', async () => {
    for (const to of [
      'a@example.com, b@example.com',
      'a@example.com\r\nBcc: b@example.com',
      'A <a@example.com>',
      'a',
      'a@',
      '',
    ])
      expect(await send(1, aMessage({ to }))).toEqual({ kind: 'refused', code: 'address_malformed' });
  });

  test('a subject cannot begin another header', async () => {
    const server = await aServer();
    await send(server.port, aMessage({ subject: 'Hello\r\nBcc: b@example.com' }));
    expect(server.mails[0]?.parsed.subject).toBe('Hello Bcc: b@example.com');
    expect(server.mails[0]?.parsed.bcc).toBeUndefined();
  });

  test('an answer to the recipient or to the whole mail counts: 4yz not now, 5yz never', async () => {
    const server = await aServer();
    const answers = [
      ['rcpt', 450, 'not_sent'],
      ['rcpt', 550, 'refused'],
      ['data', 451, 'not_sent'],
      ['data', 554, 'refused'],
    ] as const;
    for (const [at, code, kind] of answers) {
      server.answer(at, code);
      expect(await send(server.port, aMessage())).toEqual({ kind, code: `smtp_${code}` });
    }
    server.answer('rcpt', 530);
    expect(await send(server.port, aMessage())).toMatchObject({ kind: 'not_sent', code: 'credentials_refused' });
    expect(server.mails).toEqual([]);
  });

  test('a password that the server does not know loses no mail: it goes out when the settings are mended', async () => {
    const server = await aServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error('no')),
    });
    expect(await send(server.port, aMessage(), { login })).toEqual({
      kind: 'not_sent',
      code: 'credentials_refused',
      retryAfterMs: 60_000,
    });
  });

  test('a server that greets with "not now" has not answered', async () => {
    const server = await aServer({
      onConnect: (_, done) => done(Object.assign(new Error('ana@example.com'), { responseCode: 421 })),
    });
    const asked = emailPort({ ...local, port: server.port }).check(AbortSignal.timeout(10_000));
    expect(await asked).toEqual({ kind: 'no_answer', code: 'smtp_421' });
  });

  test('a mail that is larger than the server takes is refused before it is sent', async () => {
    const server = await aServer({ hideSTARTTLS: true, size: 1000 });
    expect(await send(server.port, aMessage({ body: 'x'.repeat(5000) }))).toEqual({
      kind: 'refused',
      code: 'message_too_large',
    });
  });

  test('where TLS is needed and not offered, nothing is sent, the password least of all', async () => {
    let asked = 0;
    const onAuth = () => asked++;
    const server = await aServer({ hideSTARTTLS: true, allowInsecureAuth: true, onAuth });
    expect(await send(server.port, aMessage(), { requireTls: true, login })).toMatchObject({ kind: 'not_sent' });
    expect([asked, server.mails]).toEqual([0, []]);
  });

  test('a certificate that nobody vouches for ends the call before anything is sent', async () => {
    const [upgrading, secure] = [await aServer({}), await aServer({ secure: true })];
    expect(await send(upgrading.port, aMessage(), { requireTls: true })).toMatchObject({ kind: 'not_sent' });
    expect(await send(secure.port, aMessage(), { secure: true })).toMatchObject({ kind: 'not_sent' });
    expect([...upgrading.mails, ...secure.mails]).toEqual([]);
  });

  test('with a certificate that is trusted, mail goes out over TLS, upgraded or from the first byte', async () => {
    const tls = { rejectUnauthorized: false }; // the certificate of the test server has run out
    const [upgrading, secure] = [await aServer({}), await aServer({ secure: true })];
    expect(await send(upgrading.port, aMessage(), { requireTls: true, tls })).toMatchObject({ kind: 'accepted' });
    expect(await send(secure.port, aMessage(), { secure: true, tls })).toMatchObject({ kind: 'accepted' });
    expect([upgrading.mails[0]?.secure, secure.mails[0]?.secure]).toEqual([true, true]);
  });
});
