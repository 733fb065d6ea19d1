import { Ellipsis, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useGetList } from 'react-admin';
import type { DiagnosisView } from '../../api/notes/diagnosis.contract';
import type { NoteView } from '../../api/notes/note.contract';
import { isoDay } from '../../browser/iso-day';
import { problemOf, problemText } from '../../browser/http/problem-words';
import { useFormats, useSpeech } from '../../browser/speech';
import { Button } from '../design/button';
import { Card } from '../design/card';
import { IconButton } from '../design/icon-button';
import { Menu, type MenuItem } from '../design/menu';
import { ProblemNotice } from '../design/problem-notice';
import { Skeleton } from '../design/skeleton';
import { useAct } from '../form/use-act';
import { useProgram } from '../program-context';
import { useWords } from '../words';
import { AddDiagnosisDialog } from './add-diagnosis-dialog';
import './notes.css';

interface DiagnosesCardProps {
  readonly note: NoteView;
  readonly mayChange: boolean;
}

const most = 100;

/** Why the client is seen: diagnoses in their order, the first one first on every claim; and those that a signed note went out with. */
export function DiagnosesCard({ note, mayChange }: DiagnosesCardProps) {
  const say = useWords();
  const id = useId();
  const { zone } = useSpeech();
  const [adding, setAdding] = useState(false);
  const { data, error } = useGetList<DiagnosisView>('diagnoses', {
    filter: { clientId: note.clientId },
    sort: { field: 'rank', order: 'ASC' },
    pagination: { page: 1, perPage: most },
  });
  const open = data?.filter(({ untilDay }) => untilDay === null);
  return (
    <Card as="section" padded className="stack" aria-labelledby={id}>
      <div className="row between">
        <h2 id={id}>{say('notes.diagnoses.title')}</h2>
        {mayChange && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {say('notes.diagnoses.add')}
          </Button>
        )}
      </div>
      {!open && !error && <Skeleton shape="lines" count={2} />}
      {!open && error ? <ProblemNotice problem={problemOf(error)} /> : null}
      {open?.length === 0 && <p className="muted">{say('notes.diagnoses.none')}</p>}
      <ol className="note-diagnoses">
        {open?.map((one, index) => (
          <DiagnosisLine
            key={one.id}
            diagnosis={one}
            rank={index + 1}
            last={index === open.length - 1}
            mayChange={mayChange}
          />
        ))}
      </ol>
      {note.state === 'signed' && (
        <p className="small muted num">
          {note.diagnoses.length > 0
            ? say('notes.diagnoses.signedWith', { codes: note.diagnoses.map(({ code }) => code).join(', ') })
            : say('notes.diagnoses.signedWithout')}
        </p>
      )}
      {adding && (
        <AddDiagnosisDialog client={note} fromDay={isoDay(note.startsAt, zone)} onClose={() => setAdding(false)} />
      )}
    </Card>
  );
}

interface DiagnosisLineProps {
  readonly diagnosis: DiagnosisView;
  readonly rank: number;
  readonly last: boolean;
  readonly mayChange: boolean;
}

function DiagnosisLine({ diagnosis, rank, last, mayChange }: DiagnosisLineProps) {
  const say = useWords();
  const formats = useFormats();
  const { code, title, fromDay } = diagnosis;
  return (
    <li>
      <span className="note-rank small muted num">{rank}</span>
      <div className="grow">
        <span className="strong num">{code}</span> {title}
        <div className="small muted num">
          {say('notes.diagnoses.since', { day: formats.calendarDate(fromDay) })}
          {rank === 1 && ` · ${say('notes.diagnoses.first')}`}
        </div>
      </div>
      {mayChange && <DiagnosisMenu diagnosis={diagnosis} rank={rank} last={last} />}
    </li>
  );
}

function DiagnosisMenu({ diagnosis, rank, last }: Omit<DiagnosisLineProps, 'mayChange'>) {
  const say = useWords();
  const speech = useSpeech();
  const { toasts } = useProgram();
  const { act } = useAct('diagnoses', { alsoChanges: ['diagnoses', 'timeline'] });
  const run = (verb: 'rank' | 'end', data: Readonly<Record<string, unknown>>) => {
    act({ id: diagnosis.id, verb, version: diagnosis.version, data }).catch((error: unknown) =>
      toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' }),
    );
  };
  const label = say('notes.diagnoses.more', { code: diagnosis.code });
  const moves: readonly (MenuItem | false)[] = [
    rank > 1 && { id: 'up', name: say('notes.diagnoses.up'), onSelect: () => run('rank', { rank: rank - 1 }) },
    !last && { id: 'down', name: say('notes.diagnoses.down'), onSelect: () => run('rank', { rank: rank + 1 }) },
  ];
  const items = moves.filter((item) => item !== false);
  return (
    <Menu
      label={label}
      align="end"
      groups={[
        ...(items.length > 0 ? [{ id: 'move', items }] : []),
        {
          id: 'end',
          items: [{ id: 'end', name: say('notes.diagnoses.end'), danger: true, onSelect: () => run('end', {}) }],
        },
      ]}
      renderTrigger={(trigger) => <IconButton size="small" icon={Ellipsis} label={label} {...trigger} />}
    />
  );
}
