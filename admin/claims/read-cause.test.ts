import { readCause } from './read-cause';

test('a code of an answer is taken apart: what is wrong, and whom it is about', () => {
  expect(readCause('A7:562:85')).toEqual({ of: 'statuses', code: '562', entity: '85' });
  expect(readCause('A3:21')).toEqual({ of: 'statuses', code: '21' });
  expect(readCause('IK3:NM1:8')).toEqual({ of: 'formats', code: 'segment', params: { segment: 'NM1' } });
  expect(readCause('IK3:NM1:8 IK4:9:7')).toEqual({
    of: 'formats',
    code: 'element',
    params: { segment: 'NM1', element: '9' },
  });
  expect([readCause('IK5:5').code, readCause('TA1:006').code]).toEqual(['transaction', 'interchange']);
});
