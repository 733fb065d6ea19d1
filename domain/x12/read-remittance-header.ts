import { noCents } from '../money/cents';
import type { Transaction } from './envelope';
import type { Open, Party } from './parts';
import type { BankAccount, RemittanceHeader } from './remittance';
import { element, optional, type Segment } from './segment';
import { addressOf, contactOf, identifierAt, type Report, requiredAmountAt, streetOf } from './values';

/** The header while it is read. `party` is the N1 loop that the next N3, N4, REF or PER belongs to. */
export interface OpenHeader {
  readonly header: Open<RemittanceHeader>;
  party?: Open<Party>;
}

export function openHeader(transaction: Transaction): OpenHeader {
  return {
    header: {
      ordinal: transaction.ordinal,
      offset: transaction.offset,
      control: transaction.control,
      version: transaction.version,
      payment: { handling: '', amount: noCents, direction: '', method: '', date: '' },
      trace: { number: '' },
      payer: openParty('', undefined),
      payee: openParty('', undefined),
    },
  };
}

const openParty = (name: string, id: Party['id']): Open<Party> => ({ name, id, references: [], contacts: [] });

/** Reads one segment of the header: BPR to the first LX. Answers whether it belongs there. */
export function readHeaderSegment(open: OpenHeader, segment: Segment, report: Report): boolean {
  const { header } = open;
  switch (segment.name) {
    case 'BPR':
      header.payment = paymentOf(segment, report);
      return true;
    case 'TRN':
      header.trace = {
        number: element(segment, 2),
        payerId: optional(element(segment, 3)),
        division: optional(element(segment, 4)),
      };
      return true;
    case 'DTM':
      if (element(segment, 1) === '405') header.producedOn = element(segment, 2);
      return true;
    case 'N1':
      return openPartyAt(open, segment);
    case 'REF':
      if (!open.party && element(segment, 1) === 'EV') header.receiverId = element(segment, 2);
      return open.party ? readPartySegment(open.party, segment) : true;
    case 'CUR':
    case 'RDM':
      return true; // currency and delivery of the remittance: nothing that Kept acts on
    default:
      return open.party !== undefined && readPartySegment(open.party, segment);
  }
}

function paymentOf(bpr: Segment, report: Report): RemittanceHeader['payment'] {
  return {
    handling: element(bpr, 1),
    amount: requiredAmountAt(bpr, 2, report),
    direction: element(bpr, 3),
    method: element(bpr, 4),
    format: optional(element(bpr, 5)),
    payerAccount: bankAccountAt(bpr, 6),
    originId: optional(element(bpr, 10)),
    originDivision: optional(element(bpr, 11)),
    payeeAccount: bankAccountAt(bpr, 12),
    date: element(bpr, 16),
  };
}

function bankAccountAt(bpr: Segment, n: number): BankAccount | undefined {
  const [bankQualifier, bank] = [element(bpr, n), element(bpr, n + 1)];
  const [accountType, account] = [element(bpr, n + 2), element(bpr, n + 3)];
  return bank === '' && account === '' ? undefined : { bankQualifier, bank, accountType, account };
}

function openPartyAt(open: OpenHeader, n1: Segment): boolean {
  const party = openParty(element(n1, 2), identifierAt(n1, 3));
  open.party = party;
  const role = element(n1, 1);
  if (role === 'PR') open.header.payer = party;
  if (role === 'PE') open.header.payee = party;
  return role === 'PR' || role === 'PE';
}

function readPartySegment(party: Open<Party>, segment: Segment): boolean {
  switch (segment.name) {
    case 'N3':
      party.address = { lines: streetOf(segment), city: '' };
      return true;
    case 'N4':
      party.address = addressOf(segment, party.address?.lines ?? []);
      return true;
    case 'REF': {
      const reference = identifierAt(segment, 1);
      if (reference) party.references.push(reference);
      return true;
    }
    case 'PER':
      party.contacts.push(contactOf(segment));
      return true;
    default:
      return false;
  }
}
