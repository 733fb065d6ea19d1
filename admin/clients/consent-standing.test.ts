import { consentOf, lacksContact } from './consent-standing';
import { phoneOf } from './phone-of';

const contact = (kind: 'mobile' | 'phone' | 'email', value: string) => ({
  id: value,
  kind,
  value,
  leaveMessage: kind === 'phone',
});

test('a landline takes calls and no texts', () => {
  const client = { contacts: [contact('phone', '+12125550100')] };
  expect([lacksContact(client, 'sms'), lacksContact(client, 'voice'), lacksContact(client, 'email')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a channel that nobody agreed to has no date', () => {
  const client = { consents: [{ channel: 'sms' as const, grantedAt: 5 }] };
  expect([consentOf(client, 'sms'), consentOf(client, 'email')]).toEqual([5, undefined]);
});

test('the newest mobile is called first, then a landline; without either nobody is called', () => {
  const [old, landline, young] = [contact('mobile', 'old'), contact('phone', 'landline'), contact('mobile', 'young')];
  expect(phoneOf({ contacts: [old, young, landline] })?.number).toBe('young');
  expect(phoneOf({ contacts: [landline] })).toEqual({ number: 'landline', leaveMessage: true });
  expect(phoneOf({ contacts: [contact('email', 'a@example.org')] })).toBeNull();
});
