import type { Database } from '../domain/database/database';

/** How late something has to be before it is told again. */
export const overdueSeconds = 60;

/**
 * Tells again what is overdue, from Postgres alone: a step whose time has passed, or a change that was never planned. It does
 * not ask the workflow engine anything, because that may be what failed. Answers how many it told.
 */
export async function sweep(database: Database, seconds = overdueSeconds): Promise<number> {
  const interval = `${seconds} seconds`;
  const { rows } = await database.kernel.raw<{ rows: { id: string }[] }>(
    'select practices_overdue as id from kernel.practices_overdue(?::interval)',
    [interval],
  );
  let told = 0;
  for (const practice of rows) {
    const entering = { practiceId: practice.id, service: 'core' } as const;
    told += await database.inPractice(entering, undefined, async (tx) => {
      const row = await tx.one<{ told: number }>`select kernel.sweep(${interval}::interval, 1000) as told`;
      return row?.told ?? 0;
    });
  }
  return told;
}
