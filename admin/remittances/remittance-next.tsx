import { ArrowRight, CircleAlert, Flag } from 'lucide-react';
import type { RemittanceDetail } from '../../api/remittances/remittance.contract';
import { useFormats } from '../../browser/speech';
import { Card } from '../design/card';
import { Icon } from '../design/icon';
import { Link } from '../design/link';
import { Progress } from '../design/progress';
import { remittancePath } from '../paths';
import { useWords } from '../words';
import { nextOf } from './next-of-remittance';
import { useRemittanceWords } from './use-remittance-words';
import './remittances.css';

/** What happens next with a payment, or that nothing does; how far the posting is. */
export function RemittanceNext({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const next = nextOf(remittance);
  const care = next.kind === 'review' || next.kind === 'quarantined';
  return (
    <Card as="section" padded className="remittance-next" {...(care && { edge: 'care' as const })}>
      <Icon of={care ? CircleAlert : next.ahead ? ArrowRight : Flag} />
      <div className="grow">
        <h2>
          <Sentence remittance={remittance} />
        </h2>
        <Below remittance={remittance} />
        {next.kind === 'posting' && (
          <Progress label={say('remittances.drop.posting')} value={next.done} max={Math.max(1, remittance.claims)}>
            {say('remittances.drop.progress', { done: next.done, count: remittance.claims })}
          </Progress>
        )}
      </div>
    </Card>
  );
}

function Sentence({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const next = nextOf(remittance);
  if (next.kind === 'posting')
    return say('remittances.page.next.posting', { done: next.done, count: remittance.claims });
  if (next.kind === 'review') return say('remittances.page.next.review', { count: remittance.review });
  if (next.kind === 'setAside') return say('remittances.page.next.setAside', { count: remittance.setAside });
  return say(`remittances.page.next.${next.kind}`);
}

/** Why, and since when. */
function Below({ remittance }: { readonly remittance: RemittanceDetail }) {
  const say = useWords();
  const formats = useFormats();
  const words = useRemittanceWords();
  const { reason, twinId, postedAt, undoneAt } = remittance;
  const at = undoneAt ?? postedAt;
  if (reason === null && at === null) return null;
  return (
    <p className="small muted num">
      {reason !== null && words.reason(reason)}
      {reason === null && at !== null && formats.dayTime(at)}{' '}
      {twinId !== null && <Link to={remittancePath(twinId)}>{say('remittances.page.twin')}</Link>}
    </p>
  );
}
