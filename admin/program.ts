import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../browser/http/problem';
import { type Client, createClient } from '../browser/session/create-client';
import { type KeptDataProvider, createDataProvider } from './data/data-provider';
import { type Toasts, createToasts } from './design/toasts';
import { type OwnWrites, watchWrites } from './since/own-writes';
import { type Actions, createActions } from './shell/actions';

export interface Program extends Client {
  readonly data: KeptDataProvider;
  readonly writes: OwnWrites;
  readonly queries: QueryClient;
  readonly toasts: Toasts;
  readonly actions: Actions;
}

/** The console's parts, put together once. */
export function createProgram(): Program {
  const client = createClient();
  const { http, writes } = watchWrites(client.http);
  return {
    ...client,
    http,
    writes,
    data: createDataProvider(http),
    queries: new QueryClient({
      defaultOptions: {
        // live updates keep the page true; a return to the window or the network is no reason to look at a client again
        queries: { refetchOnWindowFocus: false, refetchOnReconnect: false, retry: mayHeal },
      },
    }),
    toasts: createToasts(),
    actions: createActions(),
  };
}

/** A read is tried once more when no answer came or the server could not just now; never when it answered. */
const mayHeal = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ProblemError && (error.status === 0 || error.status >= 502);
