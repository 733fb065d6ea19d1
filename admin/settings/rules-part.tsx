import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { PracticeView } from '../../api/practice/practice.contract';
import { useMay } from '../../browser/session/use-session';
import { useFormats } from '../../browser/speech';
import { usePracticeRead } from '../data/use-practice';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { DefinitionList } from '../design/definition-list';
import { Skeleton } from '../design/skeleton';
import { Table } from '../design/table';
import type { Column } from '../design/table-column';
import { timeOfMinute } from '../design/time-of-minute';
import { UnreadNotice } from '../form/unread';
import { useWords } from '../words';
import { RulesDialog } from './rules-dialog';
import './settings.css';

type Kind = PracticeView['types'][number];

/** The rules in force, and the kinds of appointment. */
export function RulesPart() {
  const say = useWords();
  const formats = useFormats();
  const mayChange = useMay('practice.change');
  const [editing, setEditing] = useState(false);
  const { practice, problem, again } = usePracticeRead();
  if (!practice)
    return problem ? <UnreadNotice problem={problem} onRetry={again} /> : <Skeleton shape="lines" count={4} />;
  const { policyId, policy, types } = practice;
  const kinds: readonly Column<Kind>[] = [
    {
      id: 'name',
      header: say('settings.kinds.name'),
      renderCell: ({ name }) => <span className="strong">{name}</span>,
    },
    {
      id: 'where',
      header: say('settings.kinds.where'),
      renderCell: ({ modality }) => say(`schedule.modality.${modality}`),
    },
    { id: 'minutes', header: say('settings.kinds.minutes'), number: true, renderCell: ({ minutes }) => minutes },
  ];
  return (
    <>
      <Card padded className="stack settings-facts">
        <div className="row between">
          <h2>{say('settings.rules.title')}</h2>
          {mayChange && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {say('settings.rules.change')}
            </Button>
          )}
        </div>
        <DefinitionList
          above
          items={[
            {
              id: 'free',
              term: say('settings.rules.changeFreeHours'),
              value: say('settings.rules.hours', { count: policy.changeFreeHours }),
            },
            {
              id: 'missing',
              term: say('settings.rules.missingGraceMinutes'),
              value: say('settings.rules.minutes', { count: policy.missingGraceMinutes }),
            },
            {
              id: 'note',
              term: say('settings.rules.noteGraceHours'),
              value: say('settings.rules.hours', { count: policy.noteGraceHours }),
            },
            {
              id: 'quiet',
              term: say('settings.rules.quiet'),
              value: say('settings.rules.quietFromTo', {
                from: formats.wallTime(timeOfMinute(policy.quietFromMinute)),
                until: formats.wallTime(timeOfMinute(policy.quietUntilMinute)),
              }),
            },
            {
              id: 'reminders',
              term: say('settings.rules.reminders'),
              value: policy.reminders
                .map(({ channel, hoursBefore }) => say(`settings.rules.reminder.${channel}`, { count: hoursBefore }))
                .join(', '),
            },
          ]}
        />
      </Card>
      <h2>{say('settings.kinds.title')}</h2>
      <Table<Kind> caption={say('settings.kinds.title')} columns={kinds} rows={types} rowKey={({ id }) => id} />
      {editing && <RulesDialog policyId={policyId} policy={policy} onClose={() => setEditing(false)} />}
    </>
  );
}
