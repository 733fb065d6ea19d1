import type { Database } from '../../domain/database/database';
import { type Act, type PracticeTx, writeRefusal } from '../../domain/database/practice-tx';
import { type LinkKey, messageOfLink } from '../../domain/portal/link-token';
import { confirmByLink, linkPage } from '../../domain/portal/linked-appointments';
import { listOwnAppointments, readOwnAppointment } from '../../domain/portal/own-appointments';
import { ownBalances } from '../../domain/portal/own-balance';
import { practiceOf } from '../../domain/practice/policy';
import { AppError } from '../../domain/problems';
import { confirmAppointment } from '../../domain/schedule/confirm-appointment';
import { listingOf } from '../http/listing';
import { anyone, may, plain, read, type Route, write } from '../http/route';
import * as contracts from './portal.contract';

const own = { access: may('portal.own'), purpose: 'own' } as const;
const holder = { access: anyone, purpose: 'own' } as const;

export const portalRoutes = (linkKeys: readonly LinkKey[]): readonly Route[] => [
  plain(contracts.openLink, holder, ({ database, act, body }) =>
    asHolder(database, act, body.token, linkKeys, linkPage),
  ),
  plain(contracts.confirmLink, holder, ({ database, act, body }) =>
    asHolder(database, act, body.token, linkKeys, async (tx, messageId) => {
      await confirmByLink(tx, messageId, body.appointmentId);
      return linkPage(tx, messageId);
    }),
  ),
  read(contracts.getOwnPractice, own, async (tx) => {
    const { name, phone, zone } = await practiceOf(tx);
    return { name, phone, zone };
  }),
  read(contracts.searchOwnAppointments, own, (tx, { body }) =>
    listOwnAppointments(tx, body.filter ?? {}, listingOf(body, body.filter?.ahead ? 'ASC' : 'DESC')),
  ),
  read(contracts.getOwnBalances, own, async (tx) => ({ balances: await ownBalances(tx) })),
  write(contracts.confirmOwn, own, {
    act: (tx, { id, version }) => confirmAppointment(tx, { id, version, by: 'client' }).then(() => id),
    view: readOwnAppointment,
  }),
];

/** Acts for whoever holds a link, as the practice's portal service: a link is no sign-in, and shows little. */
async function asHolder<T>(
  database: Database,
  act: Act,
  token: string,
  keys: readonly LinkKey[],
  work: (tx: PracticeTx, messageId: string) => Promise<T>,
): Promise<T> {
  const messageId = messageOfLink(token, keys);
  if (messageId === undefined) throw new AppError('not_found');
  const { rows } = await database.kernel.raw<{ rows: { practice_id: string | null }[] }>(
    'select kernel.practice_of_message(?) as practice_id',
    [messageId],
  );
  const practiceId = rows[0]?.practice_id;
  if (!practiceId) throw new AppError('not_found');
  try {
    return await database.inPractice({ practiceId, service: 'portal' }, act, (tx) => work(tx, messageId));
  } catch (error) {
    if (error instanceof AppError) await noteRefused(database, act, practiceId, error.code);
    throw error;
  }
}

const noteRefused = (database: Database, act: Act, practiceId: string, code: string): Promise<void> =>
  database.inPractice({ practiceId, service: 'portal' }, undefined, (tx) =>
    writeRefusal(tx, act, { outcome: 'failed', code, records: [], clients: [] }),
  );
