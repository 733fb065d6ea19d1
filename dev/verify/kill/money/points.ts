import type { Strike } from '../strike';
import type { MoneyStep } from './story';

/** By name; those that take longest come first. */
export const moneyPoints = {
  'the worker, the file is renamed at the clearinghouse and nobody knows': {
    step: 'leave',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'handed_over',
  },
  'Postgres, the file is renamed at the clearinghouse and nobody knows': {
    step: 'leave',
    moment: 'uncommitted',
    kill: 'postgres',
    gate: 'handed_over',
  },
  'the worker in the middle of posting a payment': {
    step: 'post',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'posted',
  },
  'the worker has posted a claim and heard nothing': {
    step: 'post',
    moment: 'unheard',
    kill: 'worker',
    gate: 'posted',
  },
  'the worker in the middle of taking a payment back': {
    step: 'undo',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'undone',
  },
  'the worker, the batch is written and nobody knows': {
    step: 'leave',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'written',
  },
  'Postgres in the middle of posting a payment': {
    step: 'post',
    moment: 'uncommitted',
    kill: 'postgres',
    gate: 'posted',
  },
  'the worker, an answer is stored and nobody knows': {
    step: 'accept',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'answer_stored',
  },
  'the worker as the payer’s yes is noted': { step: 'accept', moment: 'unheard', kill: 'worker', gate: 'accepted' },
  'the worker, a payment is read and nobody knows': {
    step: 'post',
    moment: 'uncommitted',
    kill: 'worker',
    gate: 'remittance_read',
  },
  'the api before a note is signed': { step: 'sign', moment: 'held', kill: 'api' },
  'the api has signed a note and told nobody': { step: 'sign', moment: 'unheard', kill: 'api', gate: 'signed' },
  'Postgres as claims are made': { step: 'approve', moment: 'uncommitted', kill: 'postgres', gate: 'claimed' },
  'the api has opened a batch and told nobody': { step: 'submit', moment: 'unheard', kill: 'api', gate: 'batched' },
  'Postgres as a batch is opened': { step: 'submit', moment: 'uncommitted', kill: 'postgres', gate: 'batched' },
  'Temporal away while a batch is opened': { step: 'submit', moment: 'before', kill: 'temporal' },
  'the worker away while a batch is opened': { step: 'submit', moment: 'before', kill: 'worker' },
  'Temporal away while a payment is taken back': { step: 'undo', moment: 'before', kill: 'temporal' },
} as const satisfies Readonly<Record<string, Strike & { readonly step: MoneyStep }>>;
export type MoneyPointName = keyof typeof moneyPoints;
