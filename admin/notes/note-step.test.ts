import { noteStepOf } from './note-step';

const visit = (state: 'waiting' | 'in_session' | 'done', note: 'draft' | 'signed' | null) => ({
  clinicianId: 'reyes',
  visit: { id: 'v', version: 1, state, arrivedAt: 0, seenAt: null, beganAt: null, endedAt: null, note },
});
const reyes = { me: 'reyes', readNotes: true };
const supervisor = { me: 'boss', readNotes: true };
const desk = { me: 'desk', readNotes: false };

test.each([
  ['nothing before the session has begun', visit('waiting', null), reyes, undefined],
  ['her own is begun', visit('in_session', null), reyes, 'write'],
  ['her own is gone on with', visit('done', 'draft'), reyes, 'goOn'],
  ['a signed one is read', visit('done', 'signed'), reyes, 'see'],
  ['of a colleague’s a supervisor sees what there is', visit('done', 'draft'), supervisor, 'see'],
  ['and nothing where there is none', visit('done', null), supervisor, undefined],
  ['the desk sees none', visit('done', 'signed'), desk, undefined],
] as const)('%s', (_, appointment, rights, step) => {
  expect(noteStepOf(appointment, rights)).toBe(step);
});
