import { readInboundFile } from '../clearinghouse/read-inbound-file';
import type { FileStores } from '../clearinghouse/receive-file';
import type { PracticeTx } from '../database/practice-tx';
import { type NextStep, forgetTries } from '../next-step/next-step';
import { AppError } from '../problems';
import { addMinutes } from '../time/instant';
import { planAfter } from './plan-remittance';
import { type Portion, postPayments } from './post-remittance';
import { undoPayments } from './undo-remittance';

/** How long a file store that does not answer is left alone. */
const waitMinutes = 1;

/** Does a portion of a step that was taken, and answers what comes after it. */
export async function carryOutRemittance(
  stores: FileStores,
  step: { readonly practiceId: string; readonly id: string; readonly step: string },
  portion: Portion,
): Promise<NextStep> {
  const { practiceId, id: fileId } = step;
  const plan = (work: (tx: PracticeTx) => Promise<NextStep>) =>
    stores.database.inPractice({ practiceId, service: 'edi' }, { act: 'remittance.plan', purpose: 'billing' }, work);
  let moved: Promise<unknown> | undefined;
  const moving: Portion = {
    ...portion,
    alive() {
      portion.alive?.();
      moved ??= forgetMoved();
    },
  };
  try {
    await doSome();
  } catch (error) {
    await moved;
    if (!(error instanceof NoFile)) throw error;
    return plan((tx) => planAfter(tx, fileId, { until: addMinutes(tx.now, waitMinutes), code: 'files_unavailable' }));
  }
  await moved;
  return plan((tx) => planAfter(tx, fileId));

  /** A claim of the portion is done: a worker that ends now is no step that gets nowhere. Where this fails, the plan after it does it. */
  function forgetMoved(): Promise<void> {
    const act = { act: 'remittance.plan', purpose: 'billing' } as const;
    return stores.database
      .inPractice({ practiceId, service: 'edi' }, act, (tx) => forgetTries(tx, fileId))
      .catch(() => undefined);
  }

  async function doSome(): Promise<unknown> {
    switch (step.step) {
      case 'read':
        return readInboundFile({ ...stores, storage: telling(stores) }, practiceId, fileId, portion.alive);
      case 'post':
        return postPayments(stores.database, practiceId, fileId, moving);
      case 'undo':
        return undoPayments(stores.database, practiceId, fileId, moving);
      default:
        throw new Error(`no step ${step.step}`);
    }
  }
}

/** The file store does not answer: not the database, which is tried again at once. */
class NoFile extends AppError {
  constructor() {
    super('try_again');
  }
}

const telling = ({ storage }: FileStores): FileStores['storage'] => ({
  ...storage,
  async get(key, range) {
    const answer = await storage.get(key, range);
    if (answer.kind !== 'found') throw new NoFile();
    return answer;
  },
});
