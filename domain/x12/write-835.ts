import type { Content } from './parts';
import type { ProviderAdjustment, Remittance, RemittanceClaim, RemittanceHeader } from './remittance';
import { amountText, type SegmentOutput, segmentOutput, standardForm, type TextForm } from './segment-text';
import { writeRemittanceClaim } from './write-835-claim';
import {
  closeGroup,
  closeInterchange,
  closeTransaction,
  type EnvelopeParameters,
  isaText,
  openGroup,
  openTransaction,
  transactionControlText,
} from './write-envelope';
import { writeAddress, writeContact, writeReferences } from './write-parts';

/** What an 835 says; its control number and version come from the envelope. */
export type RemittanceContent = Content<Omit<Remittance, 'header'>> & { readonly header: HeaderContent };
export type HeaderContent = Content<Omit<RemittanceHeader, 'control' | 'version'>>;

const kind = { functionalId: 'HP', type: '835', version: '005010X221A1', versionInTransaction: false } as const;

/** Writes an 835 (005010X221A1) as it is told: whether it balances is the reader's to say. */
export function write835(envelope: EnvelopeParameters, remittance: RemittanceContent, form?: TextForm): Uint8Array {
  return Buffer.concat([...write835Pieces(envelope, remittance, remittance.claims, form)]);
}

/** The same piece by piece, for files of any size. */
export function* write835Pieces(
  envelope: EnvelopeParameters,
  { header, providerAdjustments }: Omit<RemittanceContent, 'claims'>,
  claims: Iterable<Content<RemittanceClaim>>,
  form: TextForm = standardForm,
): Generator<Uint8Array, void, undefined> {
  const out = segmentOutput(form);
  const control = transactionControlText(envelope.transactionControl);
  const taken = (): Uint8Array => Buffer.from(out.take(), 'latin1');

  openGroup(out, kind, envelope);
  openTransaction(out, kind, control);
  writeHeader(out, header);
  yield Buffer.from(isaText(envelope, form) + out.take(), 'latin1');
  let block: string | undefined;
  for (const claim of claims) {
    if (block === undefined || (claim.block ?? block) !== block) out.add('LX', (block = claim.block ?? '1'));
    writeRemittanceClaim(out, claim);
    yield taken();
  }
  writeProviderAdjustments(out, providerAdjustments);
  closeTransaction(out, control);
  closeGroup(out, 1, envelope);
  closeInterchange(out, 1, envelope);
  yield taken();
}

/** BPR to the last PER of the payee. */
function writeHeader(out: SegmentOutput, header: HeaderContent): void {
  writePayment(out, header.payment);
  out.add('TRN', '1', header.trace.number, header.trace.payerId, header.trace.division);
  if (header.receiverId) out.add('REF', 'EV', header.receiverId);
  if (header.producedOn) out.add('DTM', '405', header.producedOn);
  writeParty(out, 'PR', header.payer);
  writeParty(out, 'PE', header.payee);
}

function writePayment(out: SegmentOutput, payment: HeaderContent['payment']): void {
  const { handling, amount, direction, method, format, payerAccount, payeeAccount, date } = payment;
  const account = (one: typeof payerAccount) => [one?.bankQualifier, one?.bank, one?.accountType, one?.account];
  const payer = [...account(payerAccount), payment.originId, payment.originDivision];
  out.add('BPR', handling, amountText(amount), direction, method, format, ...payer, ...account(payeeAccount), date);
}

function writeParty(out: SegmentOutput, role: string, party: HeaderContent['payer']): void {
  out.add('N1', role, party.name, party.id?.qualifier, party.id?.value);
  writeAddress(out, party.address);
  writeReferences(out, party.references, ['2U', 'EO', 'HI', 'NF', 'PQ', 'TJ']);
  for (const contact of party.contacts) writeContact(out, contact);
}

/** PLB: one provider and fiscal year each, up to six codes in a segment. */
function writeProviderAdjustments(out: SegmentOutput, adjustments: readonly Content<ProviderAdjustment>[]): void {
  const groups = Map.groupBy(adjustments, ({ provider, fiscalDate }) => JSON.stringify([provider, fiscalDate]));
  for (const ones of groups.values())
    for (let at = 0; at < ones.length; at += 6) {
      const part = ones.slice(at, at + 6);
      const pairs = part.flatMap(({ code, reference, amount }) => [[code, reference], amountText(amount)]);
      out.add('PLB', part[0]?.provider, part[0]?.fiscalDate, ...pairs);
    }
}
