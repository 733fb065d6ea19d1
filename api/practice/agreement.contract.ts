import { z } from 'zod';
import { agreementStandings } from '../../domain/practice/agreement-codes';
import { changeContract, createContract, day, empty, id, instant, line, readContract, version } from '../http/contract';

const agreementView = z.object({
  id,
  version,
  vendor: z.string(),
  services: z.array(z.string()),
  signedOn: day,
  expiresOn: day.nullable(),
  endedAt: instant.nullable(),
  standing: z.enum(agreementStandings).describe('in_force: the vendor may be given personal data'),
});
export type AgreementView = z.infer<typeof agreementView>;

export const getAgreements = readContract({
  path: '/agreements',
  summary: 'The register of business associate agreements, newest first',
  response: z.object({ agreements: z.array(agreementView) }),
});

export const recordAgreementContract = createContract({
  path: '/agreements',
  summary: 'Record a signed agreement: from now on the vendor may be given personal data',
  body: z.strictObject({
    vendor: line(40),
    services: z.array(line(80)).min(1).max(20),
    signedOn: day,
    expiresOn: day.nullable().default(null),
  }),
  response: agreementView,
});

export const endAgreementContract = changeContract({
  path: '/agreements/:id/end',
  summary: 'The agreement is over: nothing more goes to the vendor',
  body: empty,
  response: agreementView,
  problems: ['wrong_state'],
});
