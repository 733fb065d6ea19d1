import { Writable } from 'node:stream';
import { errorFields, openLog } from './logger';

function captured() {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { lines, log: openLog({ name: 'test', level: 'debug', to }) };
}

test('fields that are not on the list are left out, whatever they hold', () => {
  const { lines, log } = captured();
  log.info('appointment.planned', { id: 'a1', clientName: 'Ana Whitfield', phone: '+12125550134' });
  expect(lines.join('')).toContain('"id":"a1"');
  expect(lines.join('')).not.toMatch(/Ana|Whitfield|212555/);
});

test('of an error only class, code and place are told, never its text', () => {
  const error = Object.assign(new TypeError('duplicate key (email)=(ana@example.org)'), { code: '23505' });
  expect(errorFields(error)).toMatchObject({ kind: 'TypeError', code: '23505' });
  expect(JSON.stringify(errorFields(error))).not.toContain('ana@');
});
