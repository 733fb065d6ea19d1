import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { SystemView } from '../../api/system/system.contract';
import { Card } from '../design/card';
import { DefinitionList } from '../design/definition-list';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import { verdictsOf } from './verdicts';

const minuteSeconds = 60;

/** What waits between a change and what follows from it, and what that means. */
export function WaitingCard({ system }: { readonly system: SystemView }) {
  const say = useWords();
  const id = useId();
  const { outbox, overdueSteps, unplacedFiles } = system;
  const many = (count: number) => (count === 0 ? say('system.late.none') : count);
  const verdicts = verdictsOf(system);
  const waitsFor =
    outbox.oldestSeconds < minuteSeconds
      ? say('system.late.seconds', { count: outbox.oldestSeconds })
      : say('system.late.minutes', { count: Math.floor(outbox.oldestSeconds / minuteSeconds) });
  return (
    <Card as="aside" padded className="stack system-waits" aria-labelledby={id}>
      <h2 id={id}>{say('system.late.title')}</h2>
      <DefinitionList
        items={[
          { id: 'waiting', term: say('system.late.waiting'), value: many(outbox.waiting) },
          ...(outbox.waiting > 0 ? [{ id: 'oldest', term: say('system.late.oldest'), value: waitsFor }] : []),
          { id: 'parked', term: say('system.late.parked'), value: many(outbox.parked) },
          { id: 'overdue', term: say('system.late.overdue'), value: many(overdueSteps) },
          { id: 'unplaced', term: say('system.late.unplaced'), value: many(unplacedFiles) },
        ]}
      />
      <ul className="stack small">
        {verdicts.length === 0 && (
          <li className="system-verdict good">
            <Icon of={CircleCheck} />
            {say('system.verdict.calm')}
          </li>
        )}
        {unplacedFiles > 0 && (
          <li className="system-verdict care">
            <Icon of={TriangleAlert} />
            {say('system.verdict.unplaced')}
          </li>
        )}
        {verdicts.map((verdict) => (
          <li key={verdict} className="system-verdict care">
            <Icon of={TriangleAlert} />
            {say(`system.verdict.${verdict}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
