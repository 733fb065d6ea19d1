import { reachOf } from './reach';

test('a text needs consent and a mobile number; a landline does not do', () => {
  expect(reachOf({ consents: ['sms'], kinds: ['phone'] }).sms).toBe('no_contact');
  expect(reachOf({ consents: ['sms'], kinds: ['mobile'] }).sms).toBeNull();
  expect(reachOf({ consents: ['email'], kinds: ['mobile'] }).sms).toBe('no_consent');
});

test('a mail needs consent and an address, and the missing consent is told first', () => {
  expect(reachOf({ consents: [], kinds: [] }).email).toBe('no_consent');
  expect(reachOf({ consents: ['email', 'voice'], kinds: ['email'] }).email).toBeNull();
});
