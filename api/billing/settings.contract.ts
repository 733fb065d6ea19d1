import { z } from 'zod';
import { changeContract, createContract, day, empty, id, line, readContract, version } from '../http/contract';

/** The check digit is looked at with the rest of the number. */
const npi = z
  .string()
  .trim()
  .regex(/^[12]\d{9}$/, 'npi_malformed');
const taxonomy = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{10}$/, 'wrong_format');
const days = z.number().int().min(1).max(1000);
const text = z.string();

export const profileView = z.object({
  id,
  fromDay: day,
  businessName: text,
  npi: text,
  taxId: text,
  taxonomy: text,
  street: text,
  city: text,
  region: text,
  postalCode: text,
  contactName: text,
  contactPhone: text,
  senderId: text,
  receiverId: text,
  receiverName: text,
  test: z.boolean(),
});

export const clinicianBillingView = z.object({
  id,
  name: text,
  /** 0: payers do not know the clinician yet. */
  version: z.number().int().min(0),
  firstName: text.nullable(),
  lastName: text.nullable(),
  npi: text.nullable(),
  taxonomy: text.nullable(),
});

export const payerView = z.object({
  id,
  version,
  name: text,
  payerId: text,
  filingIndicator: text,
  telehealthPlace: z.enum(['02', '10']),
  telehealthModifier: z.enum(['95', 'GT', '93']).nullable(),
  filingDays: z.number().int(),
  correctionDays: z.number().int(),
  appealDays: z.number().int(),
  adjudicationDays: z.number().int(),
});

export const feeView = z.object({
  id,
  code: text,
  /** Integer cents. */
  cents: z.number().int(),
  payerId: id.nullable(),
  payerName: text.nullable(),
  fromDay: day,
  holds: z.boolean(),
});

export const getBillingSettings = readContract({
  path: '/billing-settings',
  summary: 'Everything by which the practice bills: itself, its clinicians, payers, fees',
  response: z.object({
    today: day,
    profiles: z.array(profileView),
    clinicians: z.array(clinicianBillingView),
    payers: z.array(payerView),
    fees: z.array(feeView),
  }),
});

export const setBillingProfileContract = createContract({
  path: '/billing-profiles',
  summary: 'As whom the practice bills from a day on; earlier days keep what held then',
  body: z.strictObject({
    fromDay: day,
    businessName: line(60),
    npi,
    taxId: z
      .string()
      .trim()
      .regex(/^\d{9}$/, 'wrong_format'),
    taxonomy,
    /** A street, no post office box. */
    street: line(55),
    city: line(30),
    region: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'wrong_format'),
    postalCode: z
      .string()
      .trim()
      .regex(/^\d{9}$/, 'wrong_format'),
    contactName: line(60),
    contactPhone: z
      .string()
      .trim()
      .regex(/^\d{10}$/, 'phone_malformed'),
    senderId: line(15),
    receiverId: line(15),
    receiverName: line(60),
    /** Files are marked as tests: a clearinghouse looks at them and sends nothing on. */
    test: z.boolean().default(false),
  }),
  response: profileView,
  problems: ['duplicate'],
});

/** The version of a clinician whom payers do not know yet is 0. */
export const setClinicianBillingContract = changeContract({
  method: 'put',
  path: '/clinician-billing/:id',
  summary: 'As whom payers know a clinician',
  body: z.strictObject({ firstName: line(35), lastName: line(60), npi, taxonomy }),
  response: clinicianBillingView,
});

const payer = {
  name: line(60),
  /** As the clearinghouse knows it. */
  payerId: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{2,80}$/, 'wrong_format'),
  filingIndicator: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{2}$/, 'wrong_format'),
  telehealthPlace: z.enum(['02', '10']),
  telehealthModifier: z.enum(['95', 'GT', '93']).nullable(),
  filingDays: days,
  correctionDays: days,
  appealDays: days,
  adjudicationDays: z.number().int().min(1).max(365),
} as const;

export const addPayerContract = createContract({
  path: '/payers',
  summary: 'Add an insurer that the practice bills',
  body: z.strictObject(payer),
  response: payerView,
  problems: ['duplicate'],
});

export const changePayerContract = changeContract({
  path: '/payers/:id/change',
  summary: 'Change an insurer’s terms; claims that were sent stay as they were',
  body: z.strictObject(payer).partial(),
  response: payerView,
  problems: ['duplicate'],
});

export const endPayerContract = changeContract({
  path: '/payers/:id/end',
  summary: 'No new insurance is with this insurer',
  body: empty,
  response: payerView,
  problems: ['wrong_state'],
});

export const setFeeContract = createContract({
  path: '/fees',
  summary: 'What a code costs from a day on, for one insurer or for everyone',
  body: z.strictObject({
    payerId: id.nullable().default(null),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{5}$/, 'wrong_format'),
    cents: z.number().int().min(1).max(1_000_000_00),
    fromDay: day,
  }),
  response: feeView,
  problems: ['duplicate'],
});
