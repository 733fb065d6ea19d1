import { type SendOutcome, sendBatch } from '../domain/claims/send-batch';
import { handOverTiming } from '../domain/claims/hand-over-timing';
import { unsentBatches } from '../domain/claims/unsent-batches';
import { submitClaims } from '../domain/claims/submit-claims';
import { clearinghouseSettings } from '../domain/process-settings';
import { SettingsError } from '../domain/settings';
import { clearinghouseFrom } from '../integrations/clearinghouse/clearinghouse-from';
import { storageFrom } from '../integrations/storage/storage-from';
import type { Command } from './command';
import { inOnePractice } from './in-one-practice';
import { practiceFlag } from './which-practice';

/**
 * `kept claims submit`: sends what was written before and did not go, then one batch of the claims that are ready, to the
 * clearinghouse that KEPT_CLEARINGHOUSE names. Broken off and again, it sends nothing twice. Exit 1: a claim is blocked, or a
 * batch did not go.
 */
export const claimsSubmit = (environment = process.env): Command => ({
  name: 'claims submit',
  summary: 'Writes and sends the claims that are ready',
  usage: 'claims submit [--practice ID] [--json]',
  flags: practiceFlag,
  run: (call) =>
    inOnePractice(
      call,
      environment,
      ['KEPT_STORAGE', ...clearinghouseSettings],
      async ({ database, practice, settings }) => {
        const clearinghouse = clearinghouseFrom(settings);
        if (!clearinghouse) throw new SettingsError('KEPT_CLEARINGHOUSE: no clearinghouse is configured');
        const means = { database, storage: storageFrom(settings, environment), clearinghouse, timing: handOverTiming };
        const { blocked } = await database.inPractice(
          { practiceId: practice.id, service: 'edi' },
          { act: 'claims.submit', purpose: 'billing' },
          submitClaims,
        );
        const batches = [];
        for (const batch of await unsentBatches(database, practice.id))
          batches.push({ ...batch, outcome: await untilSettled(() => sendBatch(means, practice.id, batch.id)) });
        if (call.json) call.print(JSON.stringify({ batches, blocked }));
        else {
          for (const { controlNumber, claims, outcome } of batches)
            call.print(`batch ${controlNumber}: ${String(claims)} claims, ${outcome}`);
          for (const { controlNumber, rules } of blocked) call.print(`${controlNumber}: blocked (${rules.join(', ')})`);
          if (batches.length + blocked.length === 0) call.print('no claim is ready');
        }
        return blocked.length > 0 || batches.some(({ outcome }) => outcome !== 'sent') ? 1 : 0;
      },
    ),
});

/** While the batch's workflow is at it we wait for it, as long as a hand-over may take. */
async function untilSettled(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  const end = performance.now() + handOverTiming.leaseMs;
  for (;;) {
    const outcome = await send();
    if (outcome !== 'busy' || performance.now() > end) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
