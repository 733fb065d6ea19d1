import type { OpeningView } from '../../api/schedule/calendar.contract';
import { foundDays, startsIn } from './starts-in';

const minute = 60_000;
const opening = (clinicianId: string, start: string, minutes: number): OpeningView => {
  const startsAt = Date.parse(`${start}Z`);
  return { clinicianId, start, startsAt, endsAt: startsAt + minutes * minute, minutes };
};

test('a time begins where the stretch does, and each half hour later that leaves room', () => {
  const from = Date.parse('2026-12-01T09:15Z');
  const starts = (minutes: number) =>
    startsIn(opening('reyes', '2026-12-01T09:15', 110), minutes).map(({ startsAt }) => (startsAt - from) / minute);
  expect([starts(50), starts(110), starts(120)]).toEqual([[0, 30, 60], [0], []]);
});

test('found times stand by day and by clinician; who has none is left out', () => {
  const found = foundDays(
    [
      opening('okafor', '2026-12-01T09:00', 60),
      opening('reyes', '2026-12-01T10:00', 60),
      opening('reyes', '2026-12-02T10:00', 30),
      opening('okafor', '2026-12-02T10:00', 60),
    ],
    60,
    ['reyes', 'okafor'],
  );
  expect(found.map(({ day, clinicians }) => [day, clinicians.map(({ id }) => id)])).toEqual([
    ['2026-12-01', ['reyes', 'okafor']],
    ['2026-12-02', ['okafor']],
  ]);
});
