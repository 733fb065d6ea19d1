import { type CollectingMeans, collectAnswers } from '../domain/clearinghouse/collect-answers';
import { endSilence, reportSilence } from '../domain/clearinghouse/report-silence';
import type { PracticeTx } from '../domain/database/practice-tx';
import { isCovered } from '../domain/practice/agreements';
import type { PartHealth } from '../integrations/health/health';
import type { Log } from '../integrations/log/logger';

export interface AnswersOptions extends Omit<CollectingMeans, 'seen'> {
  readonly log: Log;
  /** How long the clearinghouse may be silent before people hear of it; a quarter of an hour. */
  readonly patienceMs?: number;
}

export interface Answers {
  /** Looks once what lies at the clearinghouse. */
  collect(): Promise<void>;
  /** By the latest look of this process; `degraded` before the first. */
  health(): PartHealth;
}

/** Answers of the clearinghouse, round after round: silence that lasts becomes work of every practice that it concerns. */
export function answersOf(options: AnswersOptions): Answers {
  const { database, clearinghouse, log, patienceMs = 900_000 } = options;
  let latest: Pick<PartHealth, 'state' | 'ms'> = { state: 'degraded', ms: null };
  let silentSince: number | undefined;
  let heardBefore = false;
  const seen = new Set<string>();

  return {
    health: () => ({ name: 'clearinghouse', ...latest, detail: null }),
    async collect() {
      const began = performance.now();
      const { stored, unplaced, code } = await collectAnswers({ ...options, seen }).catch((error: unknown) => {
        latest = { state: 'down', ms: Math.round(performance.now() - began) };
        throw error; // no silence of the clearinghouse: what failed is ours
      });
      if (stored > 0) log.info('answers.stored', { count: stored });
      if (unplaced > 0) log.warn('answers.unplaced', { count: unplaced });
      if (code !== undefined) log.warn('answers.not_fetched', { code });
      latest = { state: code === undefined ? 'up' : 'down', ms: Math.round(performance.now() - began) };
      await (code === undefined ? heard() : silent(code));
    },
  };

  /** The first time too: whoever told people of the silence may be gone. */
  async function heard(): Promise<void> {
    if (heardBefore && silentSince === undefined) return;
    await inEach('clearinghouse.heard', endSilence);
    heardBefore = true;
    silentSince = undefined;
  }

  async function silent(code: string): Promise<void> {
    const now = performance.now();
    silentSince ??= now;
    if (now - silentSince >= patienceMs) await inEach('clearinghouse.silent', (tx) => reportSilence(tx, code));
  }

  async function inEach(act: string, work: (tx: PracticeTx) => Promise<void>): Promise<void> {
    const { rows } = await database.kernel.raw<{ rows: { id: string }[] }>(
      'select id from kernel.practices_open() as id',
    );
    for (const { id: practiceId } of rows)
      await database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, async (tx) => {
        if (await isCovered(tx, clearinghouse.vendor)) await work(tx);
      });
  }
}
