import { EventEmitter } from 'node:events';
import { lastWords } from './last-words';
import { openLog } from './logger';

function aProcess() {
  const lines: string[] = [];
  const exits: number[] = [];
  const dying = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const log = openLog({ name: 'test', level: 'debug', to: { write: (line: string) => void lines.push(line) } });
  lastWords(log, dying as unknown as NodeJS.Process);
  return { dying, exits, told: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test.each([
  ['uncaughtException', 'process.uncaught'],
  ['unhandledRejection', 'process.unhandled'],
])('an %s ends the process, with its kind and without its text', (happened, event) => {
  const { dying, exits, told } = aProcess();
  dying.emit(happened, Object.assign(new RangeError('Ana Whitfield, born 1990-05-04'), { code: 'ERR_X' }));
  expect(exits).toEqual([1]);
  expect(told()).toEqual([expect.objectContaining({ level: 'error', event, kind: 'RangeError', code: 'ERR_X' })]);
  expect(JSON.stringify(told())).not.toMatch(/Ana|1990/);
});

test('what was rejected with is perhaps no error at all', () => {
  const { dying, exits, told } = aProcess();
  dying.emit('unhandledRejection', 'Ana Whitfield');
  expect([exits, told()]).toEqual([[1], [expect.objectContaining({ event: 'process.unhandled', kind: 'string' })]]);
});

test('a warning ends nothing, and is told in the same way', () => {
  const { dying, exits, told } = aProcess();
  dying.emit('warning', Object.assign(new Error('Ana Whitfield'), { name: 'DeprecationWarning', code: 'DEP0001' }));
  expect([exits, told()]).toEqual([
    [],
    [expect.objectContaining({ level: 'warn', event: 'process.warning', kind: 'DeprecationWarning', code: 'DEP0001' })],
  ]);
  expect(JSON.stringify(told())).not.toContain('Ana');
});
