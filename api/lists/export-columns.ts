import type { ListedCharge } from '../../domain/claims/list-charges';
import type { ClaimRow } from '../../domain/claims/search-claims';
import type { ListedClient } from '../../domain/clients/list-clients';
import type { ListedBalance } from '../../domain/ledger/list-balances';
import type { ListedMessage } from '../../domain/messages/list-messages';
import type { PlannedMessage } from '../../domain/messages/list-planned-messages';
import type { ListedRemittance } from '../../domain/remittances/list-remittances';
import type { ListedWork } from '../../domain/work/list-work';
import { centsCell, numberCell } from './csv';
import type { ExportColumn } from './export-route';

export const ofClients: readonly ExportColumn<ListedClient>[] = [
  { header: 'recordNumber', cell: ({ recordNumber }) => numberCell(recordNumber) },
  { header: 'name', cell: ({ name }) => name },
  { header: 'legalName', cell: ({ legalName }) => legalName },
  { header: 'pronouns', cell: ({ pronouns }) => pronouns },
  { header: 'birthDate', cell: ({ birthDate }) => birthDate },
  { header: 'state', cell: ({ state }) => state },
  { header: 'mobile', cell: ({ mobile }, { phone }) => mobile && phone(mobile) },
  { header: 'email', cell: ({ email }) => email },
  { header: 'nextAppointment', cell: ({ nextAt }, { time }) => time(nextAt) },
  { header: 'lastAppointment', cell: ({ lastAt }, { time }) => time(lastAt) },
];

/** Not what was said: that stays in the record. */
export const ofMessages: readonly ExportColumn<ListedMessage>[] = [
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'kind', cell: ({ kind }) => kind },
  { header: 'channel', cell: ({ channel }) => channel },
  { header: 'state', cell: ({ state }) => state },
  { header: 'reason', cell: ({ reason }) => reason },
  { header: 'appointment', cell: ({ startsAt }, { time }) => time(startsAt) },
  { header: 'created', cell: ({ createdAt }, { time }) => time(createdAt) },
  { header: 'settled', cell: ({ settledAt }, { time }) => time(settledAt) },
];

export const ofPlannedMessages: readonly ExportColumn<PlannedMessage>[] = [
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'kind', cell: ({ kind }) => kind },
  { header: 'channel', cell: ({ channel }) => channel },
  { header: 'appointment', cell: ({ startsAt }, { time }) => time(startsAt) },
  { header: 'due', cell: ({ due }, { time }) => time(due) },
];

export const ofWork: readonly ExportColumn<ListedWork>[] = [
  { header: 'kind', cell: ({ cause }) => cause },
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'queue', cell: ({ queue }) => queue },
  { header: 'owner', cell: ({ ownerName }) => ownerName },
  { header: 'state', cell: ({ state }) => state },
  { header: 'opened', cell: ({ openedAt }, { time }) => time(openedAt) },
  { header: 'due', cell: ({ dueAt }, { time }) => time(dueAt) },
];

export const ofClaims: readonly ExportColumn<ClaimRow>[] = [
  { header: 'claimNumber', cell: ({ controlNumber }) => controlNumber },
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'serviceDay', cell: ({ serviceDay }) => serviceDay },
  { header: 'codes', cell: ({ codes }) => codes.join(' ') },
  { header: 'clinician', cell: ({ clinicianName }) => clinicianName },
  { header: 'payer', cell: ({ payerName }) => payerName },
  { header: 'rank', cell: ({ rank }) => numberCell(rank) },
  { header: 'state', cell: ({ state }) => state },
  { header: 'causes', cell: ({ causes }) => causes.join(' ') },
  { header: 'charged', cell: ({ chargeCents }) => centsCell(chargeCents) },
  { header: 'paid', cell: ({ paidCents }) => centsCell(paidCents) },
  { header: 'open', cell: ({ openCents }) => centsCell(openCents) },
  { header: 'due', cell: ({ due }, { time }) => time(due) },
];

export const ofRemittances: readonly ExportColumn<ListedRemittance>[] = [
  { header: 'payer', cell: ({ payerName }) => payerName },
  { header: 'paymentNumber', cell: ({ traceNumber }) => traceNumber },
  { header: 'paidOn', cell: ({ paidOn }) => paidOn },
  { header: 'state', cell: ({ state }) => state },
  { header: 'claims', cell: ({ claims }) => numberCell(claims) },
  { header: 'toLookAt', cell: ({ review }) => numberCell(review) },
  { header: 'paid', cell: ({ paidCents }) => centsCell(paidCents) },
  { header: 'received', cell: ({ receivedAt }, { time }) => time(receivedAt) },
];

export const ofBalances: readonly ExportColumn<ListedBalance>[] = [
  { header: 'recordNumber', cell: ({ recordNumber }) => numberCell(recordNumber) },
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'balance', cell: ({ balanceCents }) => centsCell(balanceCents) },
  { header: 'owedSince', cell: ({ owedSince }) => owedSince },
  { header: 'waiting', cell: ({ waitingCents }) => centsCell(waitingCents) },
  { header: 'denied', cell: ({ deniedCents }) => centsCell(deniedCents) },
  { header: 'lastPaid', cell: ({ lastPaidAt }, { time }) => time(lastPaidAt) },
];

export const ofCharges: readonly ExportColumn<ListedCharge>[] = [
  { header: 'client', cell: ({ clientName }) => clientName },
  { header: 'serviceDay', cell: ({ serviceDay }) => serviceDay },
  { header: 'clinician', cell: ({ clinicianName }) => clinicianName },
  { header: 'code', cell: ({ code }) => code },
  { header: 'modifiers', cell: ({ modifiers }) => modifiers.join(' ') },
  { header: 'minutes', cell: ({ minutes }) => numberCell(minutes) },
  { header: 'placeOfService', cell: ({ placeOfService }) => placeOfService },
  { header: 'diagnoses', cell: ({ diagnoses }) => diagnoses.join(' ') },
  { header: 'payer', cell: ({ payerName }) => payerName },
  { header: 'state', cell: ({ state }) => state },
  { header: 'claimNumber', cell: ({ claim }) => claim && claim.controlNumber },
  { header: 'fee', cell: ({ cents }) => centsCell(cents) },
];
