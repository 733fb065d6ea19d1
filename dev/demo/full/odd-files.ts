import { buffer } from 'node:stream/consumers';
import type { Instant } from '../../../domain/time/instant';
import { addHours } from '../../../domain/time/instant';
import { type BillingMeans, takeFile } from './billing-cycle';

interface Paid {
  readonly storage_key: string;
  readonly control_number: string;
}

/**
 * What a biller brings by hand and cannot be posted as it is: a payment for a claim that is none of ours, one that was torn on its
 * way, and a file that is no remittance at all.
 */
export async function bringOddFiles(means: BillingMeans, now: Instant): Promise<void> {
  const small = await means.as(
    means.biller,
    (tx) => tx.all<Paid>`
      select f.storage_key, c.control_number from remittances r
        join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
        join remittance_claims c on c.practice_id = r.practice_id and c.remittance_id = r.id
       where r.practice_id = ${tx.practiceId} and r.claims = 1 and r.state = 'posted' and c.status in ('1', '2')
       order by r.trace_number desc limit 2`,
  );
  const [foreign, torn] = await Promise.all(small.map((one) => textOf(means, one)));
  means.clock.now = addHours(now, -33);
  if (foreign !== undefined) await upload('remittance-by-mail.835', foreign);
  means.clock.now = addHours(now, -31);
  if (torn !== undefined) await upload('remittance-scan.835', torn.slice(0, Math.floor(torn.length * 0.7)));
  means.clock.now = addHours(now, -30);
  await upload('statement-of-account.txt', 'Statement of account. Please see the enclosed remittance.\n');

  function upload(name: string, text: string): Promise<string> {
    return takeFile(means, { name, bytes: Buffer.from(text, 'latin1'), cameBy: 'upload' });
  }
}

/** The same payment, with every number that is ours or that payer's changed: it is for a claim of another practice. */
async function textOf(means: BillingMeans, { storage_key, control_number }: Paid): Promise<string> {
  const found = await means.storage.get(storage_key);
  if (found.kind !== 'found') throw new Error('a file of the demo practice is not there');
  const text = (await buffer(found.content)).toString('latin1');
  return text
    .replaceAll(control_number, `Z${control_number.slice(1)}`)
    .replaceAll(/SIM(?=\d)/g, 'EXT')
    .replaceAll(/\*L(?=\d{7})/g, '*X');
}
