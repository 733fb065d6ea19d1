import type { PracticeTx } from '../database/practice-tx';
import { practiceZone } from '../practice/today';
import { AppError } from '../problems';
import type { Instant } from '../time/instant';
import { dayAt, wallTimeAt } from '../time/wall-time';
import type { ClaimBatchHeader } from '../x12/write-837';

/** What makes a batch's file: its numbers and when it was opened. From these the same bytes are made again. */
export interface BatchNumbers {
  readonly id: string;
  readonly interchange: number;
  readonly group: number;
  readonly at: Instant;
}

interface Profile {
  readonly legal_name: string;
  readonly contact_name: string;
  readonly contact_phone: string;
  readonly sender_id: string;
  readonly sender_qualifier: string;
  readonly receiver_id: string;
  readonly receiver_qualifier: string;
  readonly receiver_name: string;
  readonly test: boolean;
}

/** ISA13, and BHT03: how answers name the batch. Nine digits. */
export const controlText = (interchange: number): string => String(interchange).padStart(9, '0');

/**
 * Who sends to whom, by the practice's billing profile of that day.
 * @throws AppError `not_found` where the practice has none
 */
export async function batchHeader(tx: PracticeTx, numbers: BatchNumbers): Promise<ClaimBatchHeader> {
  const zone = await practiceZone(tx);
  const day = dayAt(numbers.at, zone);
  // ids are made in the order of time: a profile that was set after the batch was opened does not change it
  const profile = await tx.one<Profile>`
    select legal_name, contact_name, contact_phone, sender_id, sender_qualifier, receiver_id, receiver_qualifier, receiver_name, test
      from billing_profiles where practice_id = ${tx.practiceId} and from_day <= ${day}::date and id < ${numbers.id}
     order by from_day desc limit 1`;
  if (!profile) throw new AppError('not_found');
  return {
    envelope: {
      sender: { qualifier: profile.sender_qualifier, id: profile.sender_id },
      receiver: { qualifier: profile.receiver_qualifier, id: profile.receiver_id },
      date: day.replaceAll('-', ''),
      time: wallTimeAt(numbers.at, zone).slice(11, 16).replace(':', ''),
      interchangeControl: numbers.interchange,
      groupControl: numbers.group,
      transactionControl: 1,
      usage: profile.test ? 'T' : 'P',
      acknowledgementRequested: true,
    },
    reference: controlText(numbers.interchange),
    submitter: {
      entityType: '2',
      last: profile.legal_name,
      id: { qualifier: '46', value: profile.sender_id },
      contacts: [
        {
          purpose: 'IC',
          name: profile.contact_name,
          numbers: [
            { qualifier: 'TE', value: profile.contact_phone.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '') },
          ],
        },
      ],
    },
    receiver: { entityType: '2', last: profile.receiver_name, id: { qualifier: '46', value: profile.receiver_id } },
  };
}
