import type { Interchange } from '../../domain/x12/envelope';
import type { Instant } from '../../domain/time/instant';
import { wallTimeAt } from '../../domain/time/wall-time';
import type { StatusCode } from '../../domain/x12/claim-status';
import type { ProfessionalClaim } from '../../domain/x12/claim';
import { write277ca } from '../../domain/x12/write-277ca';
import { write835 } from '../../domain/x12/write-835';
import { write999 } from '../../domain/x12/write-999';
import type { EnvelopeParameters } from '../../domain/x12/write-envelope';
import { writeTa1 } from '../../domain/x12/write-ta1';
import { type Book, type PaidClaim, originalOf } from './book';
import { type ClaimSet, type ClaimsInterchange, readClaimsFile } from './claims-file';
import { groupAnswer, isSetRefused } from './group-answer';
import { remittanceOf } from './remittance';
import { clearinghouseRefusal, isMute, payerRefusal } from './rules';
import { simulated } from './simulated';
import { type Told, statusReport } from './status-report';

/** A file that came, by its number in the order of coming. */
export interface Taken {
  readonly number: number;
  readonly name: string;
  /** Its name in `sent`: another where that was used before. */
  readonly kept: string;
  readonly sha256: string;
  readonly at: Instant;
  /** When each step of this file comes, after it was taken; else one pace after the other. */
  readonly delaysMs?: readonly number[];
}

/** When an answer is left. */
export const dueOf = (taken: Taken, step: number, paceMs: number): Instant =>
  (taken.at + (taken.delaysMs?.[step - 1] ?? step * paceMs)) as Instant;

/** A file that is left for the sender so many steps after his came. The same file in the same order is answered by the same bytes. */
export interface Answer {
  readonly name: string;
  readonly step: number;
  readonly bytes: Uint8Array;
}

/** A claim on its way through clearinghouse and payer. */
interface Sent {
  readonly claim: ProfessionalClaim;
  readonly set: ClaimSet;
  readonly number: string;
}

/** When each answer comes: acknowledgements, the clearinghouse, the payer, the money. */
const steps = { acknowledged: 1, received: 2, accepted: 3, paid: 4 } as const;

export interface Memory {
  readonly book: Book;
  /** Whether this is the second interchange of a sender under one number. */
  cameBefore(sender: string, control: string): boolean;
}

/** All that comes back for one file. */
export async function answersTo(
  taken: Taken,
  bytes: Uint8Array,
  memory: Memory,
  paceMs: number,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const one of await readClaimsFile(bytes)) answerInterchange(one);
  return answers;

  function answerInterchange({ interchange, groups, fault }: ClaimsInterchange): void {
    const note = memory.cameBefore(interchange.sender.id, interchange.control) ? '025' : noteOf(fault);
    if (note !== '000' || interchange.acknowledgementRequested) {
      const { control, date, time } = interchange;
      const told = { control, date, time, code: note === '000' ? 'A' : 'R', note };
      add('acknowledged', 'ta1', interchange, (envelope) => writeTa1(envelope, told));
    }
    if (note !== '000') return;
    for (const { group, sets } of groups)
      add('acknowledged', '999', interchange, (envelope) => write999(envelope, groupAnswer(group, sets)));
    const sets = groups.flatMap((group) => group.sets).filter((set) => !isSetRefused(set));
    const sent = sets.flatMap((set) => set.claims.map(({ claim }) => ({ claim, set })));
    answerClaims(
      interchange,
      sent.map((one, index) => ({ ...one, number: payerNumber(taken.number, index + 1) })),
    );
  }

  function answerClaims(interchange: Interchange, all: readonly Sent[]): void {
    const sent = all.filter(({ claim }) => !isMute(claim));
    const first = sent.map((one) => told(one, clearinghouseRefusal(one.claim), { category: 'A1', status: '19' }));
    report('received', interchange, simulated('CLEARINGHOUSE'), first);
    const passed = sent.filter(({ claim }) => !clearinghouseRefusal(claim));
    for (const ofPayer of Map.groupBy(passed, whoPaysWhom).values()) answerOfPayer(interchange, ofPayer);
  }

  function answerOfPayer(interchange: Interchange, sent: readonly Sent[]): void {
    const second: Told[] = [];
    const decided: PaidClaim[] = [];
    for (const one of sent) {
      const { claim, number } = one;
      const refusal = payerRefusal(claim, memory.book.knows(originalOf(claim)));
      second.push({ ...told(one, refusal, { category: 'A2', status: '20' }), ...(!refusal && { number }) });
      if (!refusal) decided.push(...memory.book.decide(interchange.sender.id, claim, number));
    }
    const [first] = sent;
    if (!first) return;
    const { payer, billing } = first.claim;
    report('accepted', interchange, simulated(payer.name), second);
    if (decided.length === 0) return;
    const trace = `SIM${String(taken.number * 100 + answers.length).padStart(8, '0')}`;
    add('paid', '835', interchange, (envelope) =>
      write835(
        envelope,
        remittanceOf({ payer, payee: billing, claims: decided, trace, day: envelope.date, book: memory.book }),
      ),
    );
  }

  function report(step: keyof typeof steps, interchange: Interchange, source: string, claims: readonly Told[]): void {
    if (claims.length === 0) return;
    add(step, '277', interchange, (envelope) =>
      write277ca(
        envelope,
        statusReport({ source, claims, day: envelope.date, reference: String(envelope.interchangeControl) }),
      ),
    );
  }

  function add(
    step: keyof typeof steps,
    kind: string,
    { sender }: Interchange,
    write: (envelope: EnvelopeParameters) => Uint8Array,
  ): void {
    const place = answers.length + 1;
    const [day = '', clock = ''] = wallTimeAt(dueOf(taken, steps[step], paceMs), 'UTC').split('T');
    const control = taken.number * 100 + place;
    const envelope: EnvelopeParameters = {
      sender: { qualifier: 'ZZ', id: simulated('') },
      receiver: sender,
      date: day.replaceAll('-', ''),
      time: clock.replace(':', ''),
      interchangeControl: control,
      groupControl: control,
      transactionControl: 1,
      usage: 'T',
    };
    const name = `${String(taken.number).padStart(6, '0')}-${String(place).padStart(2, '0')}.${kind}`;
    answers.push({ name, step: steps[step], bytes: write(envelope) });
  }
}

const told = ({ claim, set }: Sent, refusal: StatusCode | undefined, accepted: StatusCode): Told => ({
  claim,
  batch: set.header?.reference ?? set.transaction.control,
  submitter: set.header?.submitter,
  status: refusal ?? accepted,
  isRefused: refusal !== undefined,
});

/** One payment each. */
const whoPaysWhom = ({ claim }: Sent): string => `${claim.payer.id.value}/${claim.billing.id?.value ?? ''}`;

/** The payer's own number of a claim (ICN). */
const payerNumber = (file: number, place: number): string =>
  `SIM${String(file).padStart(5, '0')}${String(place).padStart(4, '0')}`;

/** TA105. */
function noteOf(fault: ClaimsInterchange['fault']): string {
  if (fault === undefined) return '000';
  if (fault === 'iea_control') return '001';
  return fault === 'iea_count' ? '021' : '024';
}
