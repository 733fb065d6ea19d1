import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { WorkItemView } from '../../api/work/work.contract';
import { useMay } from '../../browser/session/use-session';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { FinishDialog, type Finishing } from '../work/finish-dialog';
import { useWorkSentence } from '../work/use-work-sentence';
import { WorkItemActions } from '../work/work-item-actions';
import { useWords } from '../words';
import './client-page.css';

const mostShown = 5;

/** What about this client needs a person, with its next action; nothing where nothing does. */
export function ClientWork({ clientId }: { readonly clientId: string }) {
  const say = useWords();
  const sentence = useWorkSentence();
  const [finishing, setFinishing] = useState<Finishing>();
  const { data = [] } = useGetList<WorkItemView>(
    'work-items',
    {
      filter: { clientId, state: 'open' },
      sort: { field: 'dueAt', order: 'ASC' },
      pagination: { page: 1, perPage: mostShown },
    },
    { enabled: useMay('work.read') },
  );
  const open = data.filter(({ state }) => state === 'open');
  if (open.length === 0) return finishing && <FinishDialog {...finishing} onClose={() => setFinishing(undefined)} />;
  return (
    <section aria-label={say('clients.sections.work')} className="stack">
      {open.map((item) => {
        const { happened, why } = sentence(item);
        return (
          <Card key={item.id} padded edge="bad" className="client-work">
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
      {finishing && <FinishDialog {...finishing} onClose={() => setFinishing(undefined)} />}
    </section>
  );
}
