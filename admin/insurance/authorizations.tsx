import { Plus } from 'lucide-react';
import type { AuthorizationView } from '../../api/billing/coverage.contract';
import { Button } from '../design/button';
import { Pill } from '../design/pill';
import { useWords } from '../words';
import { standingOn } from './coverage-standing';
import { useCoverageWords } from './use-coverage-words';
import './insurance.css';

interface AuthorizationsProps {
  readonly authorizations: readonly AuthorizationView[];
  readonly day: string;
  readonly onAdd?: () => void;
  readonly onChange?: (authorization: AuthorizationView) => void;
}

/** What a payer has agreed to, with its days and how many visits. */
export function Authorizations({ authorizations, day, onAdd, onChange }: AuthorizationsProps) {
  const say = useWords();
  const words = useCoverageWords();
  return (
    <div className="coverage-authorizations">
      <div className="row between">
        <h5>{say('insurance.authorizations.title')}</h5>
        {onAdd && (
          <Button kind="quiet" size="small" icon={Plus} onClick={onAdd}>
            {say('insurance.authorizations.add')}
          </Button>
        )}
      </div>
      {authorizations.length === 0 && <p className="small muted">{say('insurance.authorizations.none')}</p>}
      <ul>
        {authorizations.map((one) => (
          <li key={one.id} className="row wrap">
            <span className="num strong">{one.number}</span>
            <span className="small muted num grow">
              {[words.days(one), one.visits !== null && say('insurance.authorizations.agreed', { count: one.visits })]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {standingOn(one, day) === 'ended' && <Pill>{say('insurance.authorizations.ended')}</Pill>}
            {onChange && (
              <Button kind="quiet" size="small" onClick={() => onChange(one)}>
                {say('insurance.authorizations.change', { number: one.number })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
