import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type RecordedEvent, type RecordedHistory, payloadsIn } from '../tests/builders/histories';
import { currentBundle, failureOf } from '../tests/builders/replay';

/**
 * The gate before every deploy: lives that were recorded under released code must replay under this code, or runs that are open
 * would stop. How to record and how to change a workflow: docs/workflows/appointment.md.
 */
const folder = path.join(__dirname, 'histories');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as RecordedHistory;
const names = files.map((name) => name.replace(/\.json$/, ''));

test('lives of each kind are recorded, finished ones and ones in the middle', () => {
  expect(new Set(names.map((name) => path.basename(name)))).toEqual(new Set(expected));
});
const expected = [
  'waits-for-its-reminder',
  'reminded-confirmed-done',
  'asked-for-a-signature',
  'moved',
  'cancelled',
  'restored',
  'hurried',
  'answer-lost',
  'ends-unknown',
  'not-sent-then-sent',
  'in-the-middle-of-a-send',
  'missing-then-decided',
  'begun-anew-before',
  'begun-anew-after',
  'practice-closed',
  'claim-waits-for-its-format',
  'claim-told-accepted-paid',
  'claim-rejected-and-corrected',
  'claim-denied-appealed-closed',
  'claim-paid',
  'claim-waits-for-its-batch',
  'claim-void',
  'claim-in-the-middle-of-telling',
  'claim-begun-anew-before',
  'claim-begun-anew-after',
  'claim-of-a-closed-practice',
  'batch-sent-and-accepted',
  'batch-awaits-its-acknowledgement',
  'batch-answer-lost',
  'batch-waits-out-an-outage',
  'batch-in-the-middle-of-its-hand-over',
  'batch-returned',
  'batch-held',
  'batch-begun-anew-before',
  'batch-begun-anew-after',
  'batch-of-a-closed-practice',
  'remittance-read-and-posted',
  'remittance-taken-back',
  'remittance-quarantined',
  'remittance-in-the-middle-of-posting',
  'remittance-waits-for-its-file',
  'remittance-begun-anew-before',
  'remittance-begun-anew-after',
  'remittance-of-a-closed-practice',
];

test.each(names)('%s replays', async (name) => {
  expect(await failureOf(read(`${name}.json`), name)).toBeUndefined();
});

test.each(names)('%s holds nothing that can be read', (name) => {
  const payloads = payloadsIn(read(`${name}.json`));
  const readable = payloads.filter(({ metadata }) => decoded(metadata['encoding']) !== 'binary/kept-aes-256-gcm');
  expect(payloads.length).toBeGreaterThan(readable.length);
  // what the engine notes of a local activity by itself: numbers, instants and the activity's name
  const noted = new Set([
    'activity_id',
    'activity_type',
    'attempt',
    'backoff',
    'complete_time',
    'original_schedule_time',
    'seq',
  ]);
  for (const { data } of readable)
    expect(Object.keys(JSON.parse(decoded(data)) as object).filter((key) => !noted.has(key))).toEqual([]);
});
const decoded = (base64 = ''): string => Buffer.from(base64, 'base64').toString();

describe('bad deploy', () => {
  const refused = 'DeterminismViolationError';
  const life = 'reminded-confirmed-done';

  /** The workflow code with one change, which must be there to be made. */
  function changed(from: RegExp, to: string): string {
    const code = currentBundle();
    const other = code.replaceAll(from, to);
    expect(other).not.toBe(code);
    return other;
  }

  test('an activity of another name is refused', async () => {
    const code = changed(/\.appointmentCarryOut\b/g, '.appointmentActOn');
    expect(await failureOf(read(`${life}.json`), life, code)).toBe(refused);
  });

  test('planning by an activity instead of a local one is refused', async () => {
    const code = changed(/proxyLocalActivities\)\(\{/g, 'proxyActivities)({');
    expect(await failureOf(read(`${life}.json`), life, code)).toBe(refused);
  });

  test('a wait that is left out is refused, by a life that is in the middle of it too', async () => {
    const code = changed(/shortestWaitMs = 100\b/g, 'shortestWaitMs = Infinity');
    expect(await failureOf(read(`${life}.json`), life, code)).toBe(refused);
    expect(await failureOf(read('waits-for-its-reminder.json'), life, code)).toBe(refused);
  });

  test('a history that this code could not have written is refused', async () => {
    const { events } = read(`${life}.json`);
    const isAsked = ({ eventType }: RecordedEvent) => eventType === 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED';
    const altered = JSON.parse(
      JSON.stringify(events).replaceAll('"name":"appointmentCarryOut"', '"name":"appointmentSettle"'),
    ) as RecordedEvent[];
    expect(altered.filter(isAsked)).not.toEqual(events.filter(isAsked));
    expect(await failureOf({ events: altered }, life)).toBe(refused);
  });

  test('other time-outs are no change of what is asked for', async () => {
    const code = changed(/startToCloseTimeout: '10s'/g, "startToCloseTimeout: '11s'");
    expect(await failureOf(read(`${life}.json`), life, code)).toBeUndefined();
  });
});
