import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { anSshKey, anSftpHost } from '../../tests/builders/sftp';
import { clearinghouseSuite } from './clearinghouse-suite';
import { sftpClearinghouse } from './sftp';

type Host = Awaited<ReturnType<typeof anSftpHost>>;

const impatient = { connect: 5000, call: 200, idle: 200 };
const aFile = { name: '000000001-a.837', bytes: Buffer.from('ISA*~') };

clearinghouseSuite('SFTP', async () => {
  const host = await anSftpHost();
  return {
    port: sftpClearinghouse(host.place),
    unreachable: sftpClearinghouse({ ...host.place, port: await aClosedPort() }),
    seen: host.seen,
    take: host.take,
    leave: host.leave,
    close: host.close,
  };
});

describe('SFTP that fails', () => {
  let host: Host;
  beforeEach(async () => {
    host = await anSftpHost();
  });
  afterEach(() => host.close());

  test('a host that shows another key is left before it hears who we are', async () => {
    const port = sftpClearinghouse({ ...host.place, user: 'nobody', hostKeys: [anSshKey().fingerprint] });
    expect(await port.send(aFile)).toEqual({ kind: 'not_sent', code: 'wrong_host_key' });
    expect(await port.find(aFile.name)).toEqual({ kind: 'unknown', code: 'wrong_host_key' });
    expect(await port.list()).toEqual({ kind: 'unavailable', code: 'wrong_host_key' });
    expect(await port.fetch('a.999')).toEqual({ kind: 'unavailable', code: 'wrong_host_key' });
    expect(await host.seen()).toEqual({});
  });

  test('while a host changes its key, both are known', async () => {
    const port = sftpClearinghouse({ ...host.place, hostKeys: [anSshKey().fingerprint, ...host.place.hostKeys] });
    expect(await port.send(aFile)).toEqual({ kind: 'accepted' });
  });

  test('a folder of what was taken that is not there tells nothing of what was taken', async () => {
    const port = sftpClearinghouse({ ...host.place, sent: 'moved-away' });
    expect(await port.send(aFile)).toEqual({ kind: 'accepted' });
    await host.take(aFile.name);
    expect(await port.find(aFile.name)).toEqual({ kind: 'unknown', code: 'taken_or_never_came' });
  });

  test('a login that is refused and a key that can not be read are told apart', async () => {
    const wrong = sftpClearinghouse({ ...host.place, password: 'another' });
    expect(await wrong.send(aFile)).toEqual({ kind: 'not_sent', code: 'login_refused' });
    const keyless = sftpClearinghouse({ ...host.place, keyFile: join(host.folder, 'no-such-key') });
    expect(await keyless.list()).toEqual({ kind: 'unavailable', code: 'key_file_unreadable' });
  });

  test.each([
    ['open', undefined],
    ['locked', 'opens it'],
  ])('a private key lets in: %s', async (_, passphrase) => {
    const key = anSshKey(passphrase);
    const other = await anSftpHost({ authorizedKey: key.public });
    const keyFile = join(other.folder, 'login-key');
    await writeFile(keyFile, key.private);
    const { password: _password, ...place } = other.place;
    const port = sftpClearinghouse({ ...place, keyFile, ...(passphrase && { password: passphrase }) });
    expect(await port.send(aFile)).toEqual({ kind: 'accepted' });
    const stranger = sftpClearinghouse({ ...host.place, keyFile, ...(passphrase && { password: passphrase }) });
    expect(await stranger.send(aFile)).toEqual({ kind: 'not_sent', code: 'login_refused' });
    await other.close();
  });

  test('cut while it is uploaded it has not gone, whatever lies there, and goes whole when sent again', async () => {
    const port = sftpClearinghouse(host.place);
    host.meet(({ name }) => (name === 'WRITE' ? 'cut_after' : undefined));
    expect(await port.send(aFile)).toEqual({ kind: 'not_sent', code: 'connection_lost' });
    expect(Object.keys(await host.seen())).toEqual([`${aFile.name}.tmp`]);
    host.meet(() => undefined);
    expect(await port.find(aFile.name)).toEqual({ kind: 'absent' });
    expect(await port.send(aFile)).toEqual({ kind: 'accepted' });
    expect(await host.seen()).toEqual({ [aFile.name]: 'ISA*~' });
  });

  test.each([
    ['cut', 'absent'],
    ['cut_after', 'found'],
  ] as const)('the answer to the rename is lost (%s): nobody knows until it is asked', async (how, found) => {
    const port = sftpClearinghouse(host.place);
    host.meet(({ name }) => (name === 'RENAME' ? how : undefined));
    expect(await port.send(aFile)).toMatchObject({ kind: 'unknown' });
    host.meet(() => undefined);
    expect(await port.find(aFile.name)).toEqual({ kind: found });
    expect(await port.send(aFile)).toEqual({ kind: 'accepted' });
    expect(Object.keys(await host.seen())).toEqual([aFile.name]);
  });

  test('of a clearinghouse that shows nobody what it took, nobody knows whether it took a file or never got it', async () => {
    const { sent: _, ...place } = host.place;
    const port = sftpClearinghouse(place);
    await port.send(aFile);
    expect(await port.find(aFile.name)).toEqual({ kind: 'found' });
    await host.take(aFile.name);
    expect(await port.find(aFile.name)).toEqual({ kind: 'unknown', code: 'taken_or_never_came' });
    await writeFile(join(host.folder, 'to', '2.837.tmp'), 'IS');
    expect(await port.find('2.837')).toEqual({ kind: 'absent' });
  });

  test('a server that stops answering is given up in time, at every call', async () => {
    const port = sftpClearinghouse({ ...host.place, patience: impatient });
    await host.leave('a.999', 'ISA');
    const stalled = (call: string) => host.meet(({ name }) => (name === call ? 'stall' : undefined));
    stalled('WRITE');
    expect(await port.send(aFile)).toEqual({ kind: 'not_sent', code: 'timeout' });
    stalled('RENAME');
    expect(await port.send(aFile)).toEqual({ kind: 'unknown', code: 'timeout' });
    stalled('STAT');
    expect(await port.find(aFile.name)).toEqual({ kind: 'unknown', code: 'timeout' });
    expect(await port.fetch('a.999')).toEqual({ kind: 'unavailable', code: 'timeout' });
    stalled('OPENDIR');
    expect(await port.list()).toEqual({ kind: 'unavailable', code: 'timeout' });
  });

  test('a file that breaks off while it is read ends as broken, not as a shorter file', async () => {
    const port = sftpClearinghouse({ ...host.place, patience: impatient });
    await host.leave('a.835', 'x'.repeat(400_000));
    for (const how of ['cut', 'stall'] as const) {
      let reads = 0;
      host.meet(({ name }) => (name === 'READ' && (reads += 1) > 1 ? how : undefined));
      const answer = await port.fetch('a.835');
      if (answer.kind !== 'found') throw new Error(answer.kind);
      await expect(buffer(answer.content)).rejects.toThrow();
    }
  });

  test('somebody who connects and leaves without a word disturbs nobody', async () => {
    for (let n = 0; n < 3; n += 1) {
      const passerBy = connect(host.place.port, '127.0.0.1');
      await once(passerBy, 'data');
      passerBy.destroy();
    }
    expect(await sftpClearinghouse(host.place).send(aFile)).toEqual({ kind: 'accepted' });
  });

  test('a listener that never says a word is given up in time', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const port = sftpClearinghouse({
      ...host.place,
      port: (silent.address() as AddressInfo).port,
      patience: { ...impatient, connect: 200 },
    });
    expect(await port.send(aFile)).toEqual({ kind: 'not_sent', code: 'timeout' });
    await new Promise((resolve) => silent.close(resolve));
  });
});

async function aClosedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
