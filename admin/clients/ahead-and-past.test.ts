import { aheadAndPast } from './ahead-and-past';

const one = (name: string, startsAt: number, state: 'confirmed' | 'cancelled' | 'in_session' | 'completed') => ({
  name,
  startsAt,
  endsAt: startsAt + 50,
  state,
});

test('what holds and is not over is ahead, soonest first; a session that runs long stays; the rest is past, newest first', () => {
  const { ahead, past } = aheadAndPast(
    [
      one('next week', 900, 'confirmed'),
      one('tomorrow', 500, 'confirmed'),
      one('cancelled', 600, 'cancelled'),
      one('running long', 40, 'in_session'),
      one('unmarked', 10, 'confirmed'),
      one('done', 20, 'completed'),
    ],
    100,
  );
  expect(ahead.map(({ name }) => name)).toEqual(['running long', 'tomorrow', 'next week']);
  expect(past.map(({ name }) => name)).toEqual(['cancelled', 'done', 'unmarked']);
});
