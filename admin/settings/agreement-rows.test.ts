import type { AgreementView } from '../../api/practice/agreement.contract';
import { agreementRows, hasAnother, servicesOf } from './agreement-rows';

const agreement = (id: string, vendor: string, standing: AgreementView['standing']): AgreementView => ({
  id,
  version: 1,
  vendor,
  services: ['x'],
  signedOn: '2026-01-01',
  expiresOn: null,
  endedAt: null,
  standing,
});
const register = [
  agreement('a', 'clearinghouse', 'in_force'),
  agreement('b', 'smtp', 'ended'),
  agreement('c', 'twilio', 'to_come'),
  agreement('d', 'clearinghouse', 'expired'),
  agreement('e', 'fax-service', 'in_force'),
];
const idsOf = (withPast: boolean) => agreementRows(register, withPast).map(({ id }) => id);

test('a vendor that has none comes first, and what is over only where it is asked for', () => {
  expect(idsOf(false)).toEqual(['smtp', 's3', 'a', 'c', 'e']);
  expect(idsOf(true)).toEqual(['smtp', 's3', 'a', 'c', 'e', 'b', 'd']);
});

test('the end of an agreement stops nothing while another of its vendor is in force', () => {
  const [first, , , expired] = register;
  if (!first || !expired) throw new Error('the register is shorter');
  expect(hasAnother(register, first)).toBe(false);
  expect(hasAnother([...register, agreement('f', 'clearinghouse', 'in_force')], first)).toBe(true);
  expect(hasAnother(register, expired)).toBe(true);
});

test('services are separated by commas', () => {
  expect(servicesOf(' Texts, calls ,, ')).toEqual(['Texts', 'calls']);
});
