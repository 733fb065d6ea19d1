import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { type BookingDraft, type Known, bookingBody, lengths, resolveBooking } from './booking';

const staff = [
  { id: 'desk', isClinician: false },
  { id: 'reyes', isClinician: true },
  { id: 'okafor', isClinician: true },
].map((one) => ({ ...one, name: one.id, shortName: one.id, credentials: null, colour: 1 }));
const types = [
  { id: 'intake', code: 'intake', name: 'Intake', minutes: 60, modality: 'office' as const },
  { id: 'therapy', code: 'therapy', name: 'Therapy', minutes: 50, modality: 'office' as const },
];
const nothing: BookingDraft = {
  client: undefined,
  clinicianId: undefined,
  typeId: undefined,
  minutes: undefined,
  modality: undefined,
  roomId: undefined,
  doubleBook: false,
};
const known: Known = { practice: { staff, types }, last: null, careTeam: [], me: 'desk' };
const last = {
  clinicianId: 'okafor',
  typeId: 'therapy',
  minutes: 45,
  modality: 'office',
  roomId: 'room-1',
} as AppointmentView;

test('who comes again is booked as the last time; a choice wins over it', () => {
  expect(resolveBooking(nothing, { ...known, last })).toEqual({
    clinicianId: 'okafor',
    typeId: 'therapy',
    minutes: 45,
    modality: 'office',
    roomId: 'room-1',
  });
  expect(
    resolveBooking({ ...nothing, clinicianId: 'reyes', minutes: 30, roomId: null }, { ...known, last }),
  ).toMatchObject({ clinicianId: 'reyes', minutes: 30, roomId: null });
});

test('another kind has its own length; a video visit has no room', () => {
  expect(resolveBooking({ ...nothing, typeId: 'intake' }, { ...known, last })).toMatchObject({
    minutes: 60,
    roomId: null,
  });
  expect(resolveBooking({ ...nothing, modality: 'telehealth' }, { ...known, last })).toMatchObject({
    modality: 'telehealth',
    roomId: null,
  });
});

test('who was not here before begins with an intake, with whoever sees the client, else whoever books, else the first clinician', () => {
  expect(resolveBooking(nothing, known)).toMatchObject({ clinicianId: 'reyes', typeId: 'intake', minutes: 60 });
  expect(resolveBooking(nothing, { ...known, me: 'okafor' })?.clinicianId).toBe('okafor');
  expect(resolveBooking(nothing, { ...known, careTeam: ['gone', 'okafor'] })?.clinicianId).toBe('okafor');
});

test('without clinicians or kinds nobody can be booked', () => {
  expect(resolveBooking(nothing, { ...known, practice: { staff: [], types } })).toBeUndefined();
  expect(resolveBooking(nothing, { ...known, practice: { staff, types: [] } })).toBeUndefined();
});

test('what is sent is the whole of it, and any length in use can be chosen', () => {
  const booking = resolveBooking(nothing, known);
  expect(booking && bookingBody('ana', booking, '2026-12-01T14:00', true)).toEqual({
    clientId: 'ana',
    clinicianId: 'reyes',
    typeId: 'intake',
    minutes: 60,
    modality: 'office',
    roomId: null,
    start: '2026-12-01T14:00',
    doubleBook: true,
  });
  expect(lengths(52)).toContain(52);
});
