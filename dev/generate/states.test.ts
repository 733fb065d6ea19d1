import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lifeOf } from '../../domain/life';
import { lives } from '../../domain/lives';
import { statesPage } from './states';

test('docs/states.md says what the state machines say; if not: npm run generate -- states', () => {
  expect(readFileSync(path.join(__dirname, '../../docs/states.md'), 'utf8')).toBe(statesPage(lives));
});

test('a life is drawn from its birth to its ends', () => {
  const page = statesPage([
    lifeOf('door', { '': { hang: 'shut' }, shut: { open: 'open' }, open: { shut: 'shut', burn: 'gone' }, gone: {} }),
  ]);
  expect(page).toContain(
    '```mermaid\nstateDiagram-v2\n  [*] --> shut: hang\n  shut --> open: open\n  open --> shut: shut\n  open --> gone: burn\n  gone --> [*]\n```',
  );
  expect(page).toContain('| *new* | hang | shut |\n| shut | open | open |\n');
});
