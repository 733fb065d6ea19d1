import { createHash, type Hash } from 'node:crypto';
import type { FileStores } from '../clearinghouse/receive-file';
import { ediFileLife } from '../clearinghouse/edi-file-state';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { openWorkItem } from '../work/open-work-item';
import { isHarmless } from '../x12/fault';
import { readX12File, type X12Event } from '../x12/read-x12';
import type { ClaimImbalance } from '../x12/remittance-balance';
import type { ProviderAdjustment, RemittanceHeader } from '../x12/remittance';
import { type SaidClaim, claimRow, contentOf, readAgain, remittanceRow } from './remittance-rows';
import { remittanceLife } from './remittance-state';

/** Why nothing of a file is posted, by code. */
export type Quarantine = 'truncated' | 'malformed' | 'no_remittance' | 'line_off' | 'claim_off' | 'file_off';

type Run = <T>(work: (tx: PracticeTx) => Promise<T>) => Promise<T>;

const batchSize = 500;

/**
 * Reads a stored file to rows: its remittances, their claims, their provider adjustments, in batches. It all ties to the cent
 * or the file is quarantined and nothing of it is posted. Broken off and called again it goes on.
 */
export async function readRemittanceFile(
  stores: FileStores,
  practiceId: string,
  fileId: string,
  alive?: () => void,
): Promise<Quarantine | undefined> {
  const run: Run = (work) =>
    stores.database.inPractice({ practiceId, service: 'edi' }, { act: 'remittance.read', purpose: 'billing' }, work);
  const file = await run(
    (tx) => tx.one<{ state: string; storage_key: string; reason: string | null }>`
    select state, storage_key, reason from edi_files where practice_id = ${tx.practiceId} and id = ${fileId}`,
  );
  if (!file) throw new AppError('not_found');
  if (file.state !== 'stored') return (file.reason ?? undefined) as Quarantine | undefined;
  const content = await stores.storage.get(file.storage_key);
  if (content.kind !== 'found') throw new AppError('try_again');

  const reading = new Reading(fileId, run, alive);
  for await (const event of readX12File(content.content as AsyncIterable<Uint8Array>)) await reading.hear(event);
  const trouble = reading.trouble();
  await run(async (tx) => {
    const row = await locked(tx, 'edi_files', fileId);
    if (row.state !== 'stored') return;
    await move(tx, 'edi_files', ediFileLife, row, trouble ? 'quarantine' : 'read', {
      kind: reading.isRemittance ? '835' : null,
      reason: trouble ?? null,
    });
    await tx.announce('edi_file', fileId);
    // of what an earlier reading took for more payments, nothing is posted
    const found = await tx.all<{ id: string; state: string; version: number }>`
      select id, state, version from remittances
       where practice_id = ${tx.practiceId} and file_id = ${fileId} and state = 'found' and ordinal > ${trouble ? 0 : reading.payments} for update`;
    for (const one of found)
      await move(tx, 'remittances', remittanceLife, one, 'quarantine', { reason: trouble ?? 'malformed' });
    if (!trouble) return;
    await openWorkItem(tx, {
      cause: 'remittance_quarantined',
      entity: 'edi_file',
      refId: fileId,
      params: { reason: trouble },
    });
  });
  return trouble;
}

/** What is remembered while a file is read: never more than one batch of it. */
class Reading {
  readonly #fileId: string;
  readonly #run: Run;
  readonly #alive: () => void;
  /** Whatever people bring as one is read; a zip file is none for that. */
  isRemittance = false;
  #ordinal = 0;
  #current: { readonly id: string; readonly hash: Hash } | undefined;
  #batch: SaidClaim[] = [];
  #quarantine: Quarantine | undefined;

  constructor(fileId: string, run: Run, alive: () => void = () => undefined) {
    this.#fileId = fileId;
    this.#run = run;
    this.#alive = alive;
  }

  async hear(event: X12Event): Promise<void> {
    if (event.kind === 'transaction' && event.of === '835') this.isRemittance = true;
    if (event.kind === 'remittance') return this.#begin(event.header);
    if (event.kind === 'remittance_claim') return this.#claim(event, event.imbalances);
    if (event.kind === 'remittance_end') return this.#close(event);
    if (event.kind === 'fault' && !isHarmless(event.fault))
      this.#worst(torn.has(event.fault.code) ? 'truncated' : 'malformed');
  }

  async #claim(said: SaidClaim, imbalances: readonly ClaimImbalance[]): Promise<void> {
    if (imbalances.length > 0) this.#worst(imbalances.some(({ level }) => level === 'line') ? 'line_off' : 'claim_off');
    this.#batch.push(said);
    this.#current?.hash.update(contentOf(said.claim));
    if (this.#batch.length >= batchSize) await this.#flush();
  }

  async #close({ totals, imbalance }: Extract<X12Event, { kind: 'remittance_end' }>): Promise<void> {
    if (imbalance) this.#worst('file_off');
    if (!totals.complete) this.#worst('truncated');
    if (totals.faults.some((fault) => !isHarmless(fault))) this.#worst('malformed');
    return this.#end(totals.claims, totals.providerAdjustments);
  }

  get payments(): number {
    return this.#ordinal;
  }

  trouble(): Quarantine | undefined {
    return this.#quarantine ?? (this.#ordinal === 0 ? 'no_remittance' : undefined);
  }

  /** A torn file is torn whatever else is wrong with it; else what was found first. */
  #worst(found: Quarantine): void {
    if (this.#quarantine === undefined || found === 'truncated') this.#quarantine = found;
  }

  async #begin(header: RemittanceHeader): Promise<void> {
    this.#ordinal += 1;
    const ordinal = this.#ordinal;
    const id = await this.#run(async (tx) => {
      await tx
        .rows('remittances')
        .insert({
          ...remittanceRow(header),
          practice_id: tx.practiceId,
          id: newId(),
          file_id: this.#fileId,
          ordinal,
          state: 'found',
        })
        .onConflict(['practice_id', 'file_id', 'ordinal'])
        .merge([...readAgain.remittances])
        .where('remittances.state', 'found');
      const row = await tx.one<{ id: string }>`
        select id from remittances where practice_id = ${tx.practiceId} and file_id = ${this.#fileId} and ordinal = ${ordinal}`;
      return row?.id ?? '';
    });
    this.#current = { id, hash: createHash('sha256') };
  }

  async #flush(): Promise<void> {
    this.#alive();
    const [claims, remittanceId] = [this.#batch, this.#current?.id];
    this.#batch = [];
    if (claims.length === 0 || remittanceId === undefined) return;
    await this.#run(async (tx) => {
      await tx
        .rows('remittance_claims')
        .insert(
          claims.map((claim) => ({
            ...claimRow(claim),
            practice_id: tx.practiceId,
            id: newId(),
            remittance_id: remittanceId,
            state: 'found',
          })),
        )
        .onConflict(['practice_id', 'remittance_id', 'ordinal'])
        .merge([...readAgain.claims])
        .where('remittance_claims.state', 'found');
    });
  }

  async #end(claims: number, adjustments: readonly ProviderAdjustment[]): Promise<void> {
    await this.#flush();
    const current = this.#current;
    if (!current) return;
    for (const one of adjustments) current.hash.update(contentOf(one));
    await this.#run(async (tx) => {
      await putAdjustments(tx, current.id, adjustments);
      // of what an earlier reading took for more claims, nothing is posted
      await tx.one`
        update remittance_claims set state = 'undone'
         where practice_id = ${tx.practiceId} and remittance_id = ${current.id} and state = 'found' and ordinal > ${claims}`;
      await tx.one`
        update remittances set content_hash = ${current.hash.digest()},
               claims = ${claims}
         where practice_id = ${tx.practiceId} and id = ${current.id} and state = 'found'`;
    });
    this.#current = undefined;
  }
}

/** As this reading has them, while nothing of the payment is posted; of what an earlier one took for more, nothing is left. */
async function putAdjustments(
  tx: PracticeTx,
  remittanceId: string,
  adjustments: readonly ProviderAdjustment[],
): Promise<void> {
  const open = await tx.one`
    select 1 from remittances where practice_id = ${tx.practiceId} and id = ${remittanceId} and state = 'found' for update`;
  if (!open) return;
  const rows = adjustments.map((one, index) => ({
    practice_id: tx.practiceId,
    remittance_id: remittanceId,
    ordinal: index + 1,
    code: one.code,
    reference: one.reference ?? null,
    cents: one.amount,
    offset_bytes: one.offset,
  }));
  if (rows.length > 0)
    await tx
      .rows('remittance_adjustments')
      .insert(rows)
      .onConflict(['practice_id', 'remittance_id', 'ordinal'])
      .merge(['code', 'reference', 'cents', 'offset_bytes']);
  await tx.one`
    update remittance_adjustments set cents = 0
     where practice_id = ${tx.practiceId} and remittance_id = ${remittanceId} and ordinal > ${rows.length} and cents <> 0`;
}

const torn: ReadonlySet<string> = new Set(['truncated', 'missing_se', 'missing_ge', 'missing_iea']);
