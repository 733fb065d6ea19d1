import type { FileStores } from '../../domain/clearinghouse/receive-file';
import { carryOutRemittance } from '../../domain/remittances/carry-out-remittance';
import { planRemittance, takeRemittanceStep } from '../../domain/remittances/plan-remittance';
import type { Portion } from '../../domain/remittances/post-remittance';

/** Does with a file that came in what its workflow does, until nothing more is to be done. Answers its steps. */
export async function keepFile(
  stores: FileStores,
  practiceId: string,
  fileId: string,
  portion: Portion = { claims: 500 },
): Promise<readonly string[]> {
  const as = <T>(work: Parameters<typeof stores.database.inPractice<T>>[2]) =>
    stores.database.inPractice({ practiceId, service: 'edi' }, { act: 'test', purpose: 'billing' }, work);
  const steps: string[] = [];
  for (let next = await as((tx) => planRemittance(tx, fileId)); next.kind === 'step';) {
    const step = { practiceId, id: fileId, step: next.step, occurrence: next.occurrence };
    const taken = await as((tx) => takeRemittanceStep(tx, step));
    if (taken.kind === 'planned') throw new Error(`${next.step} is not due`);
    steps.push(next.step);
    next = await carryOutRemittance(stores, step, portion);
  }
  return steps;
}
