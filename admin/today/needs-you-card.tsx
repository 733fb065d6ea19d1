import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { WorkItemView } from '../../api/work/work.contract';
import { useSession } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { ownQueue } from '../work/own-queue';
import { useWorkSentence } from '../work/use-work-sentence';
import { useWords } from '../words';
import './today.css';

const mostShown = 2;
const nobody: readonly string[] = [];

/** The first of what waits for a person, quietly; nothing where nothing does. */
export function NeedsYouCard({ queue }: { readonly queue: WorkItemView['queue'] | undefined }) {
  const say = useWords();
  const id = useId();
  const sentence = useWorkSentence();
  const own = ownQueue(useSession()?.roles ?? nobody);
  const wanted = queue ?? own;
  const { data = [], total = 0 } = useGetList<WorkItemView>('work-items', {
    filter: { state: 'open', ...(wanted && { queue: wanted }) },
    sort: { field: 'dueAt', order: 'ASC' },
    pagination: { page: 1, perPage: mostShown },
  });
  const open = data.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <Card as="section" className="today-aside" aria-labelledby={id}>
      <h2 id={id} className="row">
        <span className="today-alert">
          <Icon of={CircleAlert} />
        </span>
        {say('today.needs.title')}
      </h2>
      <ul className="today-lines">
        {open.map((item) => (
          <li key={item.id} className="small soft">
            {sentence(item).happened}
          </li>
        ))}
      </ul>
      <Link className="small" to={wanted === own ? '/work' : `/work?queue=${wanted}`}>
        {say('today.needs.all', { count: Math.max(total, open.length) })}
      </Link>
    </Card>
  );
}
