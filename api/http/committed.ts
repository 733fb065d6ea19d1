import type { Request } from 'express';
import type { Database } from '../../domain/database/database';
import type { Act, PracticeTx } from '../../domain/database/practice-tx';
import { clientsIn } from './clients-in';
import { claimKey, keepResult, requestHash } from './idempotency';
import type { Call, FileRoute, PlainRoute, ReadRoute, Route, WriteRoute } from './route';
import { withFile } from './take-file';

/** What a request came to. */
export interface Done {
  readonly status: number;
  readonly view: unknown;
}

type Asked = Call<unknown, unknown>;
type Command = (tx: PracticeTx) => Promise<{ readonly id: string; readonly status: number }>;

/** The handler in one transaction, its answer and its audit with it. A file is in the file store before that begins. */
export function committed(
  database: Database,
  route: Exclude<Route, PlainRoute>,
  act: Act,
  call: Asked,
  request: Request,
): Promise<Done> {
  if (route.kind === 'read') return inTransaction(database, route, act, call, reading(route, call));
  const key = request.get('idempotency-key') ?? '';
  if (route.kind === 'write')
    return inTransaction(database, route, act, call, writing(route, call, key, plainly(route, call)));
  return withFile(request, route.contract.file?.maxBytes ?? 0, async (file) => {
    const kept = await route.keep(database, { ...call, body: file });
    const said = { ...call, body: { name: file.name, sha256: file.sha256 } };
    const command: Command = async (tx) => {
      const { id, before } = await route.act(tx, kept);
      return { id, status: before ? 200 : route.contract.status };
    };
    return inTransaction(database, route, act, said, writing(route, said, key, command));
  });
}

const inTransaction = (
  database: Database,
  route: Route,
  act: Act,
  call: Asked,
  work: (tx: PracticeTx) => Promise<Done>,
): Promise<Done> =>
  database.inPractice({ membershipId: call.session.membershipId }, act, work, {
    beforeCommit: async (tx, done) => {
      for (const client of clientsIn((done as Done).view)) tx.touch({ client });
      tx.touch({ record: call.id });
      if (route.contract.kind === 'write' && typeof call.body === 'object' && call.body !== null)
        tx.touch({ fields: Object.keys(call.body) });
    },
  });

const reading =
  (route: ReadRoute, call: Asked) =>
  async (tx: PracticeTx): Promise<Done> => ({
    status: route.contract.status,
    view: route.contract.response.parse(await route.read(tx, call)),
  });

/** What cannot be said is not saved: the view is checked before COMMIT. */
const writing =
  (route: WriteRoute | FileRoute, call: Asked, key: string, command: Command) =>
  async (tx: PracticeTx): Promise<Done> => {
    const { contract } = route;
    const view = async (id: string) => contract.response.parse(await route.view(tx, id));
    const hash = requestHash([contract.method, contract.path, call.params, call.body, call.version]);
    const earlier = await claimKey(tx, key, hash);
    if (earlier.kind === 'done') return { status: earlier.status, view: await view(earlier.refId) };
    const { id, status } = await command(tx);
    tx.touch({ record: id });
    await keepResult(tx, key, status, id);
    return { status, view: await view(id) };
  };

const plainly =
  (route: WriteRoute, call: Asked): Command =>
  async (tx) => ({ id: await route.act(tx, call), status: route.contract.status });
