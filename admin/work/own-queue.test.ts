import { ownQueue } from './own-queue';

test('who has one role begins with its queue', () => {
  expect(ownQueue(['front_desk'])).toBe('front_desk');
  expect(ownQueue(['clinician'])).toBe('clinician');
  expect(ownQueue(['biller'])).toBe('billing');
});

test('who works in several queues, or looks after others, begins with all of it', () => {
  expect(ownQueue(['front_desk', 'biller'])).toBeUndefined();
  expect(ownQueue(['clinician', 'supervisor'])).toBeUndefined();
  expect(ownQueue(['administrator'])).toBeUndefined();
  expect(ownQueue([])).toBeUndefined();
});
