import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { canaries } from './canaries';

export interface EchoingVendor {
  /** As the settings name it. */
  readonly setting: string;
  /** What it was asked to send, a call each. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

const oneLine = (said: string): string => said.replaceAll(/[^ -~]/g, ' ');

/** A vendor of texts that says back whatever it was told, in the ways in which vendors go wrong, and then does its work. */
export async function anEchoingVendor(): Promise<EchoingVendor> {
  const heard: string[] = [];
  const server = http.createServer((request: IncomingMessage, response) => {
    void text(request).then((said) => {
      if (request.method === 'GET') return response.writeHead(200).end(); // health asks whether it is there
      heard.push(said);
      if (heard.length === 1)
        return response.writeHead(400).end(`{"code":"invalid","message":${JSON.stringify(said)}}`);
      if (heard.length === 2) return response.writeHead(500, oneLine(said).slice(0, 200)).end(said);
      if (heard.length === 3) return response.writeHead(429).end(`<html>${said}</html>`);
      return response.writeHead(201).end('{"id":"v-1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    setting: `sandbox:http://127.0.0.1:${port}?repeat=keyed`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A mail server that does the same: says "not now" and "never" with the address or the whole mail, cuts the line, takes the rest. */
export async function anEchoingMailServer(): Promise<EchoingVendor> {
  const heard: string[] = [];
  const lines = new Map<number | undefined, Socket>();
  const refusal = (responseCode: number, said: string) =>
    Object.assign(new Error(oneLine(said).slice(0, 400)), { responseCode });
  const take = async (mail: string, { remotePort }: SMTPServerSession): Promise<undefined> => {
    heard.push(mail);
    if (heard.length === 2) throw refusal(554, `5.7.1 never: ${mail}`);
    if (heard.length === 3) throw refusal(451, `4.7.1 not now: ${mail}`);
    if (heard.length === 4) lines.get(remotePort)?.resetAndDestroy();
    return undefined;
  };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username = '', password }, _, done) =>
      password === canaries.mailPassword
        ? done(null, { user: username })
        : done(refusal(535, `5.7.8 who is ${username} with ${String(password)}`)),
    onRcptTo: ({ address }, _, done) => {
      if (heard.length > 0) return done();
      heard.push(address);
      return done(refusal(450, `4.2.1 <${address}> is not at home`));
    },
    onData: (stream, session, done) => callbackify(async () => take(await text(stream), session))(done),
  });
  server.on('error', () => undefined); // the line that it cut
  server.server.on('connection', (line: Socket) => lines.set(line.remotePort, line));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    setting: `smtp://kept:${canaries.mailPassword}@127.0.0.1:${port}`,
    heard,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
