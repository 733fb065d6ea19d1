import { instantOf } from '../time/instant';
import { remittanceStep } from './remittance-steps';

const now = instantOf(1_000);
const facts = { undoing: false, open: false, now };

test.each([
  ['a file that came is read', { ...facts, state: 'stored' }, 'read'],
  ['what is read is posted', { ...facts, state: 'read', open: true }, 'post'],
  [
    'what is taken back comes before what is still to be posted',
    { ...facts, state: 'read', open: true, undoing: true },
    'undo',
  ],
  ['all of it posted', { ...facts, state: 'read' }, undefined],
  ['a quarantined file waits for nobody', { ...facts, state: 'quarantined', open: true }, undefined],
  ['a dismissed one neither', { ...facts, state: 'dismissed' }, undefined],
])('%s', (_, given, step) => {
  const next = remittanceStep(given);
  expect(next.kind === 'step' ? [next.step, next.due] : [undefined, now]).toEqual([step, now]);
});
