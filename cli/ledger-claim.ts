import { type Standing, readClaimLedger } from '../domain/ledger/claim-ledger';
import type { Command } from './command';
import { inOnePractice } from './in-one-practice';
import { practiceFlag } from './which-practice';

/** `kept ledger claim CONTROL`: where each cent of a claim is, and of each of its lines. Exit 1: there is no such claim. */
export const ledgerClaim = (environment = process.env): Command => ({
  name: 'ledger claim',
  summary: 'Says where each cent of a claim is',
  usage: 'ledger claim CONTROL [--practice ID] [--json]',
  flags: practiceFlag,
  run: (call) =>
    inOnePractice(call, environment, [], async ({ database, practice }) => {
      const [control] = call.words;
      if (control === undefined || call.words.length > 1) {
        call.complain('name one claim\nusage: kept ledger claim CONTROL');
        return 2;
      }
      const ledger = await database.inPractice(
        { practiceId: practice.id, service: 'edi' },
        { act: 'ledger.claim', purpose: 'billing' },
        (tx) => readClaimLedger(tx, control),
      );
      const told = {
        controlNumber: ledger.controlNumber,
        ...factsOf(ledger.whole),
        openCents: ledger.whole.open,
        state: ledger.state === 'informed' ? 'info-only' : ledger.state,
      };
      const lines = Object.fromEntries(ledger.lines.map((line) => [line.lineControl, factsOf(line.standing)]));
      if (call.json) call.print(JSON.stringify({ ...told, lines }));
      else for (const [name, value] of Object.entries(told)) call.print(`${name}: ${value}`);
      return 0;
    }),
});

const factsOf = (standing: Standing) => ({
  chargeCents: standing.charge,
  insurancePaidCents: standing.paid,
  contractualAdjCents: standing.contractual,
  deniedCents: standing.denied,
  patientRespCents: standing.client,
});
