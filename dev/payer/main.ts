import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError, readSettings } from '../../domain/settings';
import { hostKeyIn, payerKeyIn } from './host-key-file';
import { startPayer } from './payer';
import { startSftpServer } from './sftp-server';

/** What somebody else put there is seen so often. */
const lookMs = 2000;

/** The payer simulator as a process of its own. Ends with 2 where its settings are wrong. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, [
    'KEPT_MODE',
    'KEPT_PAYER_PORT',
    'KEPT_PAYER_FOLDER',
    'KEPT_PAYER_SECONDS',
    'KEPT_CLEARINGHOUSE_PASSWORD',
  ]);
  if (settings.KEPT_MODE === 'production')
    throw new SettingsError('KEPT_MODE: the payer simulator does not start in production (or where no mode is set)');
  const { KEPT_PAYER_FOLDER: folder, KEPT_CLEARINGHOUSE_PASSWORD: password } = settings;
  if (!password) throw new SettingsError('KEPT_CLEARINGHOUSE_PASSWORD: the payer simulator needs it');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hostKey = hostKeyIn(folder);
  const payer = await startPayer({
    folder,
    paceMs: settings.KEPT_PAYER_SECONDS * 1000,
    say: (line) => console.log(line),
  });
  const look = () => void payer.look().catch(() => undefined); // it has said why
  const server = await startSftpServer({
    port: settings.KEPT_PAYER_PORT,
    hostKey,
    user: 'kept',
    password,
    folder: join(folder, 'sftp'),
    onChange: look,
  });
  look();
  const timer = setInterval(look, lookMs);
  console.log(
    `payer simulator: sftp://kept@127.0.0.1:${String(server.port)}, host key ${payerKeyIn(folder)} (nothing leaves this machine)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clearInterval(timer);
      void server.close().then(async () => {
        await payer.close();
        process.exit(0);
      });
    });
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(error instanceof SettingsError ? 2 : 1);
});
