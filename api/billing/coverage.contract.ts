import { z } from 'zod';
import { relationships } from '../../domain/billing/relationship-codes';
import { changeContract, createContract, day, id, line, readContract, version } from '../http/contract';

const region = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'wrong_format');
const sex = z.enum(['F', 'M', 'U']);
/** Five digits, or all nine of them. */
const postalCode = z
  .string()
  .trim()
  .regex(/^\d{5}(\d{4})?$/, 'wrong_format');
const memberId = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{2,80}$/, 'wrong_format');
const cents = z.number().int().min(0).max(100_000_00);
const rank = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const relationship = z.enum(relationships);

const address = z.strictObject({
  sex,
  street: line(55),
  street2: line(55).nullable().default(null),
  city: line(30),
  region,
  postalCode,
});

/** The policyholder where that is not the client; as claims say it. */
const subscriber = z.strictObject({
  first_name: line(35),
  last_name: line(60),
  birth_date: day,
  sex,
  street: line(55),
  street2: line(55).nullable().default(null),
  city: line(30),
  region,
  postal_code: postalCode,
});

export const coverageView = z.object({
  id,
  version,
  clientId: id,
  payerId: id,
  payerName: z.string(),
  rank: z.number().int(),
  memberId: z.string(),
  groupNumber: z.string().nullable(),
  planName: z.string().nullable(),
  relationship,
  subscriber: z
    .object({
      first_name: z.string(),
      last_name: z.string(),
      birth_date: z.string(),
      sex: z.string(),
      street: z.string(),
      street2: z.string().nullish(),
      city: z.string(),
      region: z.string(),
      postal_code: z.string(),
    })
    .nullable(),
  copayCents: cents.nullable(),
  fromDay: day,
  untilDay: day.nullable(),
});

export const authorizationView = z.object({
  id,
  version,
  clientId: id,
  coverageId: id,
  number: z.string(),
  fromDay: day,
  untilDay: day,
  visits: z.number().int().nullable(),
});

export type CoverageView = z.infer<typeof coverageView>;
export type AuthorizationView = z.infer<typeof authorizationView>;

export const clientBillingView = z.object({
  clientId: id,
  clientName: z.string(),
  /** Of address and sex; 0: nobody has said them. */
  version: z.number().int().min(0),
  address: z
    .object({
      sex,
      street: z.string(),
      street2: z.string().nullable(),
      city: z.string(),
      region: z.string(),
      postalCode: z.string(),
    })
    .nullable(),
  coverages: z.array(coverageView),
  authorizations: z.array(authorizationView),
});

export type ClientBillingView = z.infer<typeof clientBillingView>;

export const getClientBilling = readContract({
  path: '/clients/:id/billing',
  summary: 'As whom a client is billed, her insurances and what payers have agreed to',
  response: clientBillingView,
});

/** The version of an address that nobody has said is 0. */
export const setClientBillingContract = changeContract({
  method: 'put',
  path: '/clients/:id/billing',
  summary: 'Say where bills go, and what claims must know of a client',
  body: address,
  response: clientBillingView,
});

const coverage = {
  payerId: id,
  rank,
  memberId,
  groupNumber: line(50).nullable(),
  planName: line(60).nullable(),
  relationship,
  subscriber: subscriber.nullable(),
  copayCents: cents.nullable(),
  fromDay: day,
  untilDay: day.nullable(),
} as const;

const newCoverage = {
  ...coverage,
  groupNumber: coverage.groupNumber.default(null),
  planName: coverage.planName.default(null),
  subscriber: coverage.subscriber.default(null),
  copayCents: coverage.copayCents.default(null),
  untilDay: coverage.untilDay.default(null),
} as const;

export const addCoverageContract = createContract({
  path: '/coverages',
  summary: 'Add an insurance for the days it holds',
  body: z.strictObject({ clientId: id, ...newCoverage }),
  response: coverageView,
  problems: ['duplicate'],
});

export const changeCoverageContract = changeContract({
  path: '/coverages/:id/change',
  summary: 'Change an insurance, or end it by its last day',
  body: z.strictObject(coverage).partial(),
  response: coverageView,
  problems: ['duplicate'],
});

export const replaceCoverageContract = changeContract({
  path: '/coverages/:id/replace',
  summary: 'Put a new insurance in the place of one, which ends the day before',
  body: z.strictObject(newCoverage).omit({ rank: true }),
  response: coverageView,
  problems: ['duplicate'],
});

const authorization = {
  number: line(50),
  fromDay: day,
  untilDay: day,
  visits: z.number().int().min(1).max(1000).nullable(),
} as const;

export const addAuthorizationContract = createContract({
  path: '/authorizations',
  summary: 'Note what a payer has agreed to',
  body: z.strictObject({ coverageId: id, ...authorization, visits: authorization.visits.default(null) }),
  response: authorizationView,
});

export const changeAuthorizationContract = changeContract({
  path: '/authorizations/:id/change',
  summary: 'Change what a payer has agreed to',
  body: z.strictObject(authorization).partial(),
  response: authorizationView,
});
