import { type Database, openDatabase } from '../../../domain/database/database';

/** A whole history is one transaction, which takes its time; what is lost with the machine is made again. */
export function openPatiently(text: string): Database {
  const url = new URL(text);
  const patient = ['transaction', 'idle_in_transaction_session', 'statement', 'lock'].map(
    (one) => `-c ${one}_timeout=0`,
  );
  url.searchParams.set('options', ['-c synchronous_commit=off', ...patient].join(' '));
  return openDatabase({ url: url.href, name: 'kept demo', poolSize: 8, prepares: true });
}
