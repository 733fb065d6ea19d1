import { workPath } from './work-path';

const item = { cause: 'claim_denied', entity: 'appointment', refId: 'r', appointment: null, clientId: null } as const;
const appointment = { id: 'a', version: 1, state: 'confirmed', startsAt: 1, clinicianName: 'Dr. Reyes' } as const;

test('work leads to where it is mended; else to its appointment, its client, or the system', () => {
  expect(workPath({ ...item, entity: 'remittance_claim', clientId: 'c' })).toBe('/remittances/answers/r');
  expect(workPath({ ...item, entity: 'claim', clientId: 'c' })).toBe('/claims/r');
  expect(workPath({ ...item, cause: 'remittance_quarantined', entity: 'edi_file' })).toBe('/remittances/files/r');
  expect(workPath({ ...item, cause: 'edi_file_quarantined', entity: 'edi_file' })).toBe('/remittances/files/r');
  expect(workPath({ ...item, appointment, clientId: 'c' })).toBe('/calendar/appointments/a');
  expect(workPath({ ...item, clientId: 'c' })).toBe('/clients/c');
  expect(workPath(item)).toBe('/system');
});
