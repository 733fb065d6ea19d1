import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { WorkItemView } from '../../api/work/work.contract';
import { useMay } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Link } from '../design/link';
import { useWorkSentence } from '../work/use-work-sentence';
import { workPath } from '../work/work-path';
import { useWords } from '../words';
import { myWork } from './my-work';
import '../today/today.css';

const mostShown = 5;
const mostRead = 50;
const order = {
  sort: { field: 'dueAt', order: 'ASC' },
  pagination: { page: 1, perPage: mostRead },
} as const;

/** The first of the work that waits for her. */
export function MyWorkCard() {
  const say = useWords();
  const id = useId();
  const sentence = useWorkSentence();
  const enabled = useMay('work.read');
  const ofClinicians = useGetList<WorkItemView>(
    'work-items',
    { filter: { state: 'open', queue: 'clinician' }, ...order },
    { enabled },
  );
  const mine = useGetList<WorkItemView>('work-items', { filter: { state: 'open', mine: true }, ...order }, { enabled });
  if (!ofClinicians.data || !mine.data) return null;
  const open = myWork(ofClinicians.data, mine.data);
  return (
    <Card as="section" className="today-aside" aria-labelledby={id}>
      <h2 id={id} className="row between">
        <span>{say('myDay.work.title')}</span>
        <span className="muted small num">{open.length}</span>
      </h2>
      {open.length === 0 && <p className="small muted">{say('myDay.work.none')}</p>}
      {open.length > 0 && (
        <ul className="today-lines">
          {open.slice(0, mostShown).map((item) => (
            <li key={item.id} className="small">
              <Link to={workPath(item)}>{item.clientName ?? say(`work.causes.${item.cause}`)}</Link>
              <div className="soft">{sentence(item).happened}</div>
            </li>
          ))}
        </ul>
      )}
      <Link className="small" to="/work">
        {say('myDay.work.all')}
      </Link>
    </Card>
  );
}
