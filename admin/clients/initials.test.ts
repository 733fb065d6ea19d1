import { initialsOf } from './initials';

test('the first letters of the first and the last name', () => {
  expect(['Ana María Whitfield', 'Élodie', ' ', 'wei zhang'].map(initialsOf)).toEqual(['AW', 'É', '', 'WZ']);
});
