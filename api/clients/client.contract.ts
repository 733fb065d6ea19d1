import { z } from 'zod';
import { clientLife } from '../../domain/clients/client-state';
import {
  changeContract,
  createContract,
  day,
  id,
  instant,
  line,
  readContract,
  searchContract,
  version,
} from '../http/contract';

const clientState = z.enum(clientLife.states);
const contactKind = z.enum(['mobile', 'phone', 'email']);
const channel = z.enum(['sms', 'email', 'voice']);
const zone = z.string().min(1).max(60);
const language = z.enum(['en', 'es']);

export const clientRow = z.object({
  clientId: id,
  version,
  recordNumber: z.number().int(),
  name: z.string(),
  legalName: z.string(),
  pronouns: z.string().nullable(),
  birthDate: day,
  state: clientState,
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  nextAt: instant.nullable(),
  lastAt: instant.nullable(),
});
export type ClientRow = z.infer<typeof clientRow>;

export const clientView = clientRow.extend({
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.string().nullable(),
  zone: z.string(),
  language,
  contacts: z.array(z.object({ id, kind: contactKind, value: z.string(), leaveMessage: z.boolean() })),
  consents: z.array(z.object({ channel, grantedAt: instant })),
  careTeam: z.array(z.object({ membershipId: id, name: z.string(), colour: z.number().int() })),
});
export type ClientView = z.infer<typeof clientView>;

export const searchClients = searchContract({
  path: '/clients/search',
  summary: 'Clients by what was typed: words of a name, digits of a phone number, a birth date',
  filter: z
    .strictObject({ ids: z.array(id).max(200), states: z.array(clientState).max(10), text: z.string().max(100) })
    .partial(),
  sort: ['name', 'birthDate', 'recordNumber'],
  row: clientRow,
});

export const getClient = readContract({ path: '/clients/:id', summary: 'One client', response: clientView });

export const registration = z.strictObject({
  firstName: line(80),
  lastName: line(80),
  preferredName: line(80).nullable().default(null),
  pronouns: line(30).nullable().default(null),
  birthDate: day,
  zone,
  language: language.default('en'),
  contacts: z
    .array(z.strictObject({ kind: contactKind, value: line(254), leaveMessage: z.boolean().default(false) }))
    .max(10),
  consents: z.array(channel).max(3),
  clinicians: z.array(id).max(10).default([]),
  /** Someone has looked at the likely doubles: this is another person. */
  notADouble: z.boolean().default(false),
});

export const registerClientContract = createContract({
  path: '/clients',
  summary: 'Register a client with contacts and consents',
  body: registration,
  response: clientView,
  problems: ['duplicate'],
});

export const changeClientContract = changeContract({
  path: '/clients/:id/change',
  summary: 'Change what identifies a client; what is left out stays as it is',
  // Nothing here has a default: it would be written over what was not sent.
  body: z
    .strictObject({
      firstName: line(80),
      lastName: line(80),
      preferredName: line(80).nullable(),
      pronouns: line(30).nullable(),
      birthDate: day,
      zone,
      language,
    })
    .partial(),
  response: clientView,
});

export const addContactContract = changeContract({
  path: '/clients/:id/contacts',
  summary: 'Add a way to reach the client; of each kind the newest counts',
  body: z.strictObject({ kind: contactKind, value: line(254), leaveMessage: z.boolean().default(false) }),
  response: clientView,
});

export const endContactContract = changeContract({
  path: '/clients/:id/contacts/end',
  summary: 'A number or address no longer reaches the client',
  body: z.strictObject({ contactId: id }),
  response: clientView,
});

export const setConsentContract = changeContract({
  path: '/clients/:id/consents',
  summary: 'The client agrees to a channel, or takes it back',
  body: z.strictObject({ channel, granted: z.boolean() }),
  response: clientView,
});
