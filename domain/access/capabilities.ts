import type { Role } from './roles';

const everyone = ['administrator', 'supervisor', 'clinician', 'biller', 'front_desk', 'auditor'] as const;
const desk = ['administrator', 'supervisor', 'front_desk'] as const;
const therapists = ['clinician', 'supervisor'] as const;

/**
 * What a person may do, by name: routes ask for one, the console shows a button for one. Which rows are touched is decided by
 * the table policies; a test holds that whoever may do a thing may touch the tables it needs (`capability-tables.ts`).
 */
export const capabilities = {
  'schedule.read': everyone,
  'schedule.change': [...desk, 'clinician'],
  'visits.check_in': [...desk, 'clinician'],
  'visits.conduct': ['supervisor', 'clinician'],
  'visits.check_out': desk,
  'clients.read': everyone,
  'clients.change': desk,
  'messages.read': [...desk, 'clinician', 'auditor'],
  'work.read': everyone,
  'work.change': [...desk, 'clinician', 'biller'],
  'practice.read': everyone,
  'practice.change': ['administrator'],
  'notes.read': therapists,
  'notes.write': therapists,
  'diagnoses.read': [...therapists, 'biller'],
  'coverage.read': [...desk, 'biller', 'clinician', 'auditor'],
  'coverage.change': [...desk, 'biller'],
  'billing.read': ['biller', 'administrator', 'supervisor', 'auditor'],
  'billing.change': ['biller', 'administrator'],
  'system.read': ['administrator', 'auditor'],
  'balances.read': [...desk, 'biller', 'auditor'],
  'payments.take': [...desk, 'biller'],
  // how the practice goes: who comes, what reaches clients, which notes wait; what the books say is billing.read
  'reports.read': ['administrator', 'supervisor', 'auditor'],
  'portal.own': ['client'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof capabilities;

export const mayAny = (roles: readonly Role[], capability: Capability): boolean =>
  (capabilities[capability] as readonly Role[]).some((role) => roles.includes(role));

export const capabilitiesOf = (roles: readonly Role[]): readonly Capability[] =>
  (Object.keys(capabilities) as Capability[]).filter((capability) => mayAny(roles, capability));
