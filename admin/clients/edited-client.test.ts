import { changes } from '../../browser/http/conflict';
import { editedFrom, personErrors, personOf } from './edited-client';

const client = {
  id: 'c',
  version: 4,
  firstName: 'Juniper',
  lastName: 'Vale',
  preferredName: null,
  pronouns: 'she',
  birthDate: '1988-03-09',
  zone: 'America/New_York',
  language: 'en' as const,
};

test('what was not touched is not sent, and a text that was emptied is none', () => {
  const base = editedFrom(client);
  const same = editedFrom({ ...base, ...personOf(base) });
  expect(changes(base, same)).toEqual({});
  const edited = editedFrom({ ...base, ...personOf(base), pronouns: ' ', preferredName: ' June ' });
  expect(changes(base, edited)).toEqual({ pronouns: null, preferredName: 'June' });
});

test('errors of a field stand at it, others are passed over', () => {
  expect(personErrors({ zone: 'Choose one', lines: [{ a: 'b' }] })).toEqual({ zone: 'Choose one' });
});
