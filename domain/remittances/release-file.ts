import type { Dismissal } from '../clearinghouse/dismissal-codes';
import { ediFileLife } from '../clearinghouse/edi-file-state';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { AppError, type Params } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { healWork } from '../work/close-work-item';
import { remittanceLife } from './remittance-state';
import { tellFile } from './tell-file';

interface Request {
  readonly id: string;
  readonly version: number;
}

const fileWork = ['remittance_quarantined', 'edi_file_quarantined'] as const;

/**
 * A quarantined file is read once more, from its bytes: it ties now, or it is quarantined again with what is wrong.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when it is not quarantined
 */
export async function releaseFile(tx: PracticeTx, request: Request): Promise<void> {
  const file = await locked(tx, 'edi_files', request.id, request.version);
  await move(tx, 'edi_files', ediFileLife, file, 'retry', { reason: null });
  const found = await tx.all<{ id: string; state: string; version: number }>`
    select id, state, version from remittances
     where practice_id = ${tx.practiceId} and file_id = ${file.id} and state = 'quarantined' order by id for update`;
  for (const one of found) await move(tx, 'remittances', remittanceLife, one, 'release', { reason: null });
  await settle(tx, file.id, 'file.released');
  await tx.tell('remittance', file.id, file.version + 1);
}

/**
 * A quarantined file is none that anything is to be done with. Its bytes stay.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when it is not quarantined
 */
export async function dismissFile(tx: PracticeTx, request: Request & { readonly why: Dismissal }): Promise<void> {
  const file = await locked(tx, 'edi_files', request.id, request.version);
  await move(tx, 'edi_files', ediFileLife, file, 'dismiss');
  await settle(tx, file.id, 'file.dismissed', { why: request.why });
}

/**
 * A person has seen that a payment under the number of another is another payment: it is posted like any.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when it is not quarantined, or its whole file is
 */
export async function releaseRemittance(tx: PracticeTx, request: Request): Promise<void> {
  const row = await locked(tx, 'remittances', request.id, request.version);
  const file = await locked(tx, 'edi_files', row.file_id);
  if (row.reason !== 'same_number_other_content')
    throw new AppError('wrong_state', { entity: 'remittance', state: row.state, event: 'release' });
  const key = `${row.trace_key}|${row.id}`;
  await move(tx, 'remittances', remittanceLife, row, 'release', { reason: null, trace_key: key });
  await healWork(tx, row.id, ['remittance_quarantined']);
  await noteEvent(tx, { entity: 'remittance', refId: row.id, code: 'remittance.released' });
  await tx.announce('payment', row.id);
  await tellFile(tx, file);
}

async function settle(
  tx: PracticeTx,
  fileId: string,
  code: 'file.released' | 'file.dismissed',
  params: Params = {},
): Promise<void> {
  await healWork(tx, fileId, fileWork);
  await noteEvent(tx, { entity: 'edi_file', refId: fileId, code, params });
  await tx.announce('edi_file', fileId);
}
