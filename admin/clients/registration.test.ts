import { emptyRegistration, fieldOfPointer, missingIn, registrationBody, registrationFrom } from './registration';

const typed = {
  ...emptyRegistration('America/New_York'),
  firstName: ' Juniper ',
  lastName: 'Vale',
  birthDate: '1988-03-09',
};

test('what was left empty is not sent as text, and what was typed is trimmed', () => {
  const body = registrationBody({ ...typed, phone: ' 212 555 0142 ', leaveMessage: true, consents: ['sms'] }, false);
  expect(body).toMatchObject({ firstName: 'Juniper', preferredName: null, pronouns: null, notADouble: false });
  expect(body.contacts).toEqual([{ kind: 'mobile', value: '212 555 0142', leaveMessage: true }]);
  expect(body.consents).toEqual(['sms']);
});

test('names and birth date are needed, nothing else', () => {
  expect(missingIn(emptyRegistration('UTC'))).toEqual(['firstName', 'lastName', 'birthDate']);
  expect(missingIn(typed)).toEqual([]);
});

test('a fault stands at the field that was typed into', () => {
  const both = registrationBody({ ...typed, phone: '1', email: 'x' }, false);
  const mailOnly = registrationBody({ ...typed, email: 'x' }, false);
  expect(fieldOfPointer('/contacts/0/value', both)).toBe('phone');
  expect(fieldOfPointer('/contacts/1/value', both)).toBe('email');
  expect(fieldOfPointer('/contacts/0/value', mailOnly)).toBe('email');
  expect(fieldOfPointer('/birthDate', both)).toBe('birthDate');
  expect(fieldOfPointer('/consents', both)).toBe('consents');
  expect(fieldOfPointer('', both)).toBeUndefined();
});

test.each([
  ['Juniper Vale', { firstName: 'Juniper', lastName: 'Vale' }],
  [' Juniper de la  Vale ', { firstName: 'Juniper', lastName: 'de la Vale' }],
  ['Vale, Juniper', { firstName: 'Juniper', lastName: 'Vale' }],
  ['juniper', { firstName: 'juniper' }],
  ['(212) 555-0142', { phone: '(212) 555-0142' }],
  ['5/4/1990', { birthDate: '1990-05-04' }],
  ['1990-05-04', { birthDate: '1990-05-04' }],
  ['juniper@client.example', { email: 'juniper@client.example' }],
  ['', {}],
])('someone who was looked for as "%s" is begun with that', (sought, filled) => {
  expect(registrationFrom(sought, 'UTC')).toEqual({ ...emptyRegistration('UTC'), ...filled });
});
