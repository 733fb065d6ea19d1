import type { ClaimDetailView, ClaimRowView } from '../../api/claims/claim.contract';
import { write835 } from '../../domain/x12/write-835';
import { anEnvelope } from '../builders/x12/claims';
import { aPaidClaim, aPaidLine, aRemittance, contractual, copay } from '../builders/x12/remittances';
import type { Colleague } from './staff-api';
import { expect } from './watched';

/** What a payer writes of one claim of the demo practice; its contract and the copay are taken off the first line. */
export interface Answer {
  readonly claim: ClaimDetailView;
  /** Another number than ours, as a payer may garble it. */
  readonly controlNumber?: string;
  readonly patient?: { readonly last: string; readonly first: string };
}

const contractDollars = 35;
const copayDollars = 20;

/** Of so many claims the payer of the demo practice says nothing more (dev/demo/past-visits.ts). */
const mute = 6;

/** Those claims, once `least` are out, whole, the earliest visit first. Some may have been answered by a test before. */
export async function claimsOut(biller: Colleague, least = mute): Promise<readonly ClaimDetailView[]> {
  const body = { filter: { states: ['submitted', 'accepted'] }, sort: { field: 'serviceDay', order: 'ASC' } };
  let rows: readonly ClaimRowView[] = [];
  await expect(async () => {
    ({ rows } = await biller.call<{ rows: ClaimRowView[] }>('POST', 'claims/search', body));
    expect(rows.length).toBeGreaterThanOrEqual(least);
  }).toPass();
  return Promise.all(rows.map(({ id }) => biller.call<ClaimDetailView>('GET', `claims/${id}`)));
}

/** A remittance with one payment for these claims, as a file that one can drop. */
export function payersFile(
  trace: string,
  answers: readonly Answer[],
): { name: string; mimeType: string; buffer: Buffer } {
  const content = aRemittance(answers.map(saidOf));
  const header = { ...content.header, trace: { ...content.header.trace, number: trace } };
  return { name: `${trace}.835`, mimeType: '', buffer: Buffer.from(write835(anEnvelope(), { ...content, header })) };
}

function saidOf({ claim, controlNumber, patient }: Answer) {
  const [last = ''] = claim.clientName.split(' ').slice(-1);
  const lines = claim.money.lines.map((line, index) =>
    aPaidLine(line.charge / 100, index === 0 ? [contractual(contractDollars), copay(copayDollars)] : [], {
      procedure: { qualifier: 'HC', code: line.code, modifiers: line.modifiers },
      lineControlNumber: line.lineControl,
      dates: [{ qualifier: '472', date: claim.serviceDay.replaceAll('-', '') }],
    }),
  );
  return aPaidClaim(lines, {
    controlNumber: controlNumber ?? claim.controlNumber,
    payerControlNumber: `ICN${claim.controlNumber}`,
    patient: {
      entityType: '1',
      last: last.toUpperCase(),
      first: claim.clientName.split(' ')[0]!.toUpperCase(),
      ...patient,
    },
  });
}
