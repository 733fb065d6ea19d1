import { Readable } from 'node:stream';
import type { ClearinghousePort, OutgoingFile, SendAnswer } from '../../domain/clearinghouse/clearinghouse-port';
import { newId } from '../../domain/ids';
import type { TestPractice } from './practice';

/** A clearinghouse in memory that a test may silence. */
export function aClearinghouse() {
  const arrived: OutgoingFile[] = [];
  let lost: { readonly arrives: boolean } | undefined;
  const answers: SendAnswer[] = [];
  const house = {
    arrived,
    /** It answers nothing that it is asked. */
    silent: false,
    /** The answer to the next sending gets lost. */
    loseNext(arrives: boolean): void {
      lost = { arrives };
    },
    /** It takes nothing of the next sending, and says so. */
    answerNext(answer: Extract<SendAnswer, { readonly code: string }>): void {
      answers.push(answer);
    },
    port: {
      vendor: 'clearinghouse',
      send: async (file) => {
        const answer = answers.shift();
        if (answer) return answer;
        const losing = lost;
        lost = undefined;
        if (losing?.arrives !== false) arrived.push(file);
        return losing ? { kind: 'unknown', code: 'lost' } : { kind: 'accepted' };
      },
      find: async (name) => {
        if (house.silent) return { kind: 'unknown', code: 'silent' };
        return { kind: arrived.some((file) => file.name === name) ? 'found' : 'absent' };
      },
      list: async () => ({ kind: 'listed', files: [] }),
      fetch: async () => ({ kind: 'found', content: Readable.from([]) }),
    } satisfies ClearinghousePort as ClearinghousePort,
  };
  return house;
}

/** The practice has a business associate agreement with its clearinghouse. */
export async function agreed(practice: TestPractice): Promise<void> {
  await practice.as('administrator', (tx) =>
    tx.rows('business_associate_agreements').insert({
      practice_id: tx.practiceId,
      id: newId(),
      vendor: 'clearinghouse',
      services: ['claims'],
      signed_on: '2020-01-01',
      recorded_by: tx.actor,
    }),
  );
}
