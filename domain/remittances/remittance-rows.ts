import { negated } from '../money/cents';
import type { RemittanceClaim, RemittanceHeader } from '../x12/remittance';

/** A payer's word on one claim, with the byte at which it ends. */
export interface SaidClaim {
  readonly claim: RemittanceClaim;
  readonly until: number;
}

/** A payment as its row has it, from the file. */
export const remittanceRow = (header: RemittanceHeader) => ({
  trace_number: header.trace.number,
  trace_key: traceKeyOf(header),
  payer_name: header.payer.name,
  payer_identifier: header.trace.payerId ?? null,
  payee_npi: header.payee.id?.value ?? null,
  method: header.payment.method,
  handling: header.payment.handling,
  paid_cents: header.payment.direction === 'D' ? negated(header.payment.amount) : header.payment.amount,
  paid_on: isoDay(header.payment.date),
  offset_bytes: header.offset,
  content_hash: Buffer.alloc(32),
});

/** A payer's word on one claim as its row has it. */
export const claimRow = ({ claim, until }: SaidClaim) => ({
  ordinal: claim.ordinal,
  control_number: claim.controlNumber,
  payer_control_number: claim.payerControlNumber ?? null,
  status: claim.status,
  charge_cents: claim.charge,
  paid_cents: claim.paid,
  patient_cents: claim.patientResponsibility,
  offset_bytes: claim.offset,
  until_byte: until,
  content: JSON.stringify(claim),
});

/** What a file that is read once more may say otherwise: a later build may read better. */
export const readAgain = {
  remittances: [
    'trace_number',
    'trace_key',
    'payer_name',
    'payer_identifier',
    'payee_npi',
    'method',
    'handling',
    'paid_cents',
    'paid_on',
    'offset_bytes',
  ],
  claims: [
    'control_number',
    'payer_control_number',
    'status',
    'charge_cents',
    'paid_cents',
    'patient_cents',
    'offset_bytes',
    'until_byte',
    'content',
  ],
} as const;

/** What is said, without where in the file it stands. */
export const contentOf = (part: object): string =>
  JSON.stringify(part, (key, value: unknown) =>
    key === 'offset' || key === 'ordinal' || key === 'block' ? undefined : value,
  );

/** One payment, in whatever file it comes: who paid, by which number, how much, how, to whom. */
const traceKeyOf = ({ trace, payer, payee, payment }: RemittanceHeader): string =>
  [trace.payerId ?? payer.name, trace.number, payment.amount, payment.method, payee.id?.value ?? payee.name].join('|');

/** `YYYYMMDD` as `YYYY-MM-DD`; null for anything else. */
const isoDay = (date: string): string | null =>
  /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : null;
