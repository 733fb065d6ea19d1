import { listClaims } from '../domain/claims/list-claims';
import { decimalOf, centsOf } from '../domain/money/cents';
import type { Command } from './command';
import { inOnePractice } from './in-one-practice';
import { practiceFlag } from './which-practice';

/** `kept claims list [--status S] [--practice ID] [--json]`: the practice's claims with their lines, by number. */
export const claimsList = (environment = process.env): Command => ({
  name: 'claims list',
  summary: 'Lists claims with their lines',
  usage: 'claims list [--status STATE] [--practice ID] [--json]',
  flags: { ...practiceFlag, status: { type: 'string' } },
  run: (call) =>
    inOnePractice(call, environment, [], async ({ database, practice }) => {
      const { status } = call.flags;
      const claims = await database.inPractice(
        { practiceId: practice.id, service: 'edi' },
        { act: 'claims.list', purpose: 'billing' },
        (tx) => listClaims(tx, typeof status === 'string' ? status : undefined),
      );
      if (call.json) call.print(JSON.stringify(claims));
      else
        for (const claim of claims)
          call.print(
            `${claim.controlNumber}  ${claim.state}  ${decimalOf(centsOf(claim.chargeCents))}  ${claim.payerName}`,
          );
      return 0;
    }),
});
