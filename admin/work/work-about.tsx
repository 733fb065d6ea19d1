import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { WorkItemView } from '../../api/work/work.contract';
import { useMay } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { useWords } from '../words';
import { useWorkSentence } from './use-work-sentence';
import { type Finishing, WorkDialog } from './work-dialog';
import { WorkItemActions } from './work-item-actions';
import './work.css';

const mostShown = 5;
const mostRead = 50;

interface WorkAboutProps {
  readonly clientId: string;
  /** Only what is about one appointment. */
  readonly appointmentId?: string;
}

/** What about a client needs a person, with its next action; nothing where nothing does. */
export function WorkAbout({ clientId, appointmentId }: WorkAboutProps) {
  const say = useWords();
  const sentence = useWorkSentence();
  const [finishing, setFinishing] = useState<Finishing>();
  const { data = [] } = useGetList<WorkItemView>(
    'work-items',
    {
      filter: { clientId, state: 'open' },
      sort: { field: 'dueAt', order: 'ASC' },
      pagination: { page: 1, perPage: mostRead },
    },
    { enabled: useMay('work.read') },
  );
  const isAbout = ({ state, appointment }: WorkItemView) =>
    state === 'open' && (appointmentId === undefined || appointment?.id === appointmentId);
  const open = data.filter(isAbout).slice(0, mostShown);
  if (open.length === 0) return finishing && <WorkDialog finishing={finishing} onChange={setFinishing} />;
  return (
    <section aria-label={say('clients.sections.work')} className="stack">
      {open.map((item) => {
        const { happened, why } = sentence(item);
        return (
          <Card key={item.id} padded edge="bad" className="work-about">
            <Icon of={CircleAlert} />
            <div className="grow">
              <h2>{say(`work.causes.${item.cause}`)}</h2>
              <p className="soft">
                {happened} {why}
              </p>
              <WorkItemActions item={item} onFinish={setFinishing} />
            </div>
          </Card>
        );
      })}
      {finishing && <WorkDialog finishing={finishing} onChange={setFinishing} />}
    </section>
  );
}
