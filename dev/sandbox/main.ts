import { SettingsError, readSettings } from '../../domain/settings';
import { startSandbox } from './server';

/** The message sandbox as a process of its own. Ends with 2 where its settings are wrong. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, [
    'KEPT_MODE',
    'KEPT_SANDBOX_PORT',
    'KEPT_SANDBOX_FOLDER',
    'KEPT_SANDBOX_SECRET',
  ]);
  if (settings.KEPT_MODE === 'production')
    throw new SettingsError('KEPT_MODE: the message sandbox does not start in production (or where no mode is set)');
  if (!settings.KEPT_SANDBOX_SECRET) throw new SettingsError('KEPT_SANDBOX_SECRET: the message sandbox needs it');
  const sandbox = await startSandbox({
    port: settings.KEPT_SANDBOX_PORT,
    folder: settings.KEPT_SANDBOX_FOLDER,
    secret: settings.KEPT_SANDBOX_SECRET,
  });
  console.log(`message sandbox: ${sandbox.url} (a simulation: nothing leaves this machine)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(error instanceof SettingsError ? 2 : 1);
});
