import { en } from '../../messages/en';
import { catalogues } from '../../messages/catalogues';
import { problems } from '../../domain/problems';
import { speechIn } from '../speech';
import { type Problem, ProblemError } from './problem';
import { fieldText, problemOf, problemText } from './problem-words';

const speech = speechIn('en', en, 'UTC');
const problem = (more: Partial<Problem>): Problem => ({
  status: 409,
  code: 'slot_taken',
  params: {},
  errors: [],
  ...more,
});

test('a problem is told with its remedy, in the language of the page', () => {
  expect(problemText(speech, problem({}))).toEqual({
    title: 'That time is taken',
    remedy: 'Choose one of the alternatives.',
  });
  expect(problemText(speechIn('es', catalogues.es, 'UTC'), problem({})).title).toBe('Esa hora está ocupada');
});

test('every code of the server has words', () => {
  for (const [code, status] of Object.entries(problems)) {
    const text = problemText(speech, problem({ code, status }));
    expect([code, text.title === '', text.remedy === '']).toEqual([code, false, false]);
  }
});

test('a fault of the server names its number; a code newer than the page is told as its kind', () => {
  const words = problemText(speech, problem({ status: 500, code: 'born_tomorrow', requestId: 'r-1' }));
  expect(words).toMatchObject({ title: 'Something went wrong on our side', reference: 'r-1' });
  expect(problemText(speech, problem({ status: 409, code: 'born_tomorrow', requestId: 'r-2' }))).toEqual({
    title: 'Something needs correcting',
    remedy: 'Look at the marked fields.',
  });
  expect(problemText(speech, problem({ status: 0, code: 'unreachable' })).title).toBe('Kept cannot be reached');
});

test('a defect of the page is a problem of ours', () => {
  expect(problemOf(new TypeError('x')).code).toBe('internal');
  expect(problemOf(new ProblemError(problem({}))).code).toBe('slot_taken');
});

test('a fault of a field is told with its parameters, an unknown one all the same', () => {
  expect(fieldText(speech, { pointer: '/a', code: 'too_long', params: { max: 40 } })).toBe('Use at most 40 characters');
  expect(fieldText(speech, { pointer: '/a', code: 'born_tomorrow' })).toBe('Check this field');
});
