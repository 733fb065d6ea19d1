import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MessagePort, OutboundMessage, SendAnswer, VendorCheck } from '../../domain/messages/message-port';
import { credentialsRefused } from '../answers';
import { htmlPart } from './html-part';

export interface EmailOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** No word, and no password, before STARTTLS. */
  readonly requireTls: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  /** Our address. */
  readonly from: string;
  /** An authority of the operator's own. */
  readonly tls?: ConnectionOptions;
}

/** Mail by SMTP, with the message's key in its Message-ID. There is no way to ask whether a mail was taken, so what is unclear is a person's to decide. */
export function emailPort(options: EmailOptions): MessagePort {
  return {
    vendor: 'smtp',
    channel: 'email',
    repeat: 'never',
    async send(message, signal) {
      if (!oneAddress.test(message.to)) return { kind: 'refused', code: 'address_malformed' };
      const content = await composed(message, options.from);
      return signal.aborted ? { kind: 'not_sent', code: 'timeout' } : deliver(options, message, content, signal);
    },
    check: (signal) => greet(options, signal),
  };
}

/** One address and nothing that could be read as a second one or as another line. */
const oneAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/;

function composed(message: OutboundMessage, from: string): Promise<Buffer> {
  const { key, to, subject = '', body, language = 'en' } = message;
  const mail = new MailComposer({
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject,
    text: body,
    html: htmlPart(body, subject, language),
    textEncoding: 'quoted-printable', // the other one may join lines anew (format=flowed)
    messageId: `<${key}@${from.split('@')[1] ?? ''}>`,
    // RFC 3834: machines shall not answer, out-of-office replies included
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

function deliver(
  options: EmailOptions,
  { key, to }: OutboundMessage,
  content: Buffer,
  signal: AbortSignal,
): Promise<SendAnswer> {
  return new Promise((resolve) => {
    const { login, from } = options;
    const connection = connectionTo(options);
    let begun = false;
    // It is read when the server has said "go ahead" to DATA, not before.
    const data = new Readable({
      read() {
        begun = true;
        this.push(content);
        this.push(null);
      },
    });
    const end = (answer: SendAnswer) => {
      signal.removeEventListener('abort', timeout);
      resolve(answer);
      if (answer.kind === 'accepted') connection.quit();
      else connection.close();
    };
    const timeout = () => end({ kind: begun ? 'ambiguous' : 'not_sent', code: 'timeout' });
    const failed = (error: Failure) => end(failure(error, begun));
    signal.addEventListener('abort', timeout);
    connection.on('error', failed);

    const send = () =>
      connection.send({ from, to: [to], size: content.length }, data, (error) =>
        error ? failed(error) : end({ kind: 'accepted', vendorId: key }),
      );
    connection.connect((error) => {
      if (error) return failed(error);
      if (!login) return send();
      return connection.login({ credentials: login }, (refused) => (refused ? failed(refused) : send()));
    });
  });
}

const connectionTo = ({ host, port, secure, requireTls, tls }: EmailOptions) =>
  new SMTPConnection({ host, port, secure, requireTLS: requireTls, ...(tls && { tls }) });

/** Connects, signs in and goes. */
function greet(options: EmailOptions, signal: AbortSignal): Promise<VendorCheck> {
  return new Promise((resolve) => {
    const { login } = options;
    const connection = connectionTo(options);
    const end = (check: VendorCheck) => {
      signal.removeEventListener('abort', timeout);
      resolve(check);
      if (check.kind === 'ready') connection.quit();
      else connection.close();
    };
    const timeout = () => end({ kind: 'no_answer', code: 'timeout' });
    const failed = ({ code = 'network', originalCode, responseCode }: Failure) => {
      if (responseCode === undefined) return end({ kind: 'no_answer', code: originalCode ?? code });
      return end({ kind: responseCode >= 500 ? 'refuses_us' : 'no_answer', code: `smtp_${responseCode}` });
    };
    if (signal.aborted) return timeout();
    signal.addEventListener('abort', timeout);
    connection.on('error', failed);
    return connection.connect((error) => {
      if (error) return failed(error);
      if (!login) return end({ kind: 'ready' });
      return connection.login({ credentials: login }, (refused) =>
        refused ? failed(refused) : end({ kind: 'ready' }),
      );
    });
  });
}

/** What nodemailer says of a failure. Its message repeats addresses and the server's words, so only codes leave here. */
interface Failure {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Authentication needed, too weak, wrong, or only over TLS (RFC 4954 §6): the mail itself was not looked at. */
const aboutUs: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** An answer counts whenever it came (RFC 5321 §4.2.1: 4yz not now, 5yz never); without one, content that began may have arrived. */
function failure({ code = 'network', originalCode, responseCode }: Failure, begun: boolean): SendAnswer {
  if (responseCode !== undefined && aboutUs.has(responseCode)) return credentialsRefused;
  if (responseCode !== undefined)
    return { kind: responseCode >= 500 ? 'refused' : 'not_sent', code: `smtp_${responseCode}` };
  if (begun) return { kind: 'ambiguous', code: originalCode ?? code };
  if (code === 'EMESSAGE') return { kind: 'refused', code: 'message_too_large' };
  if (code === 'EENVELOPE') return { kind: 'refused', code: 'address_malformed' };
  return { kind: 'not_sent', code: originalCode ?? code };
}
