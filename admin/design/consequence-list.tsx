import { ArrowRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useSharedWords } from '../../browser/speech';
import { classes } from './classes';
import { Icon, type IconDrawing } from './icon';
import { Skeleton } from './skeleton';
import './confirm-consequences.css';

export interface Consequence {
  readonly id: string;
  readonly what: ReactNode;
  readonly icon?: IconDrawing;
  readonly tone?: 'good' | 'care' | 'bad';
}

interface ConsequenceListProps {
  /** Undefined while it is being found out. */
  readonly consequences: readonly Consequence[] | undefined;
}

/** What a button will do, computed by the rule that then does it. */
export function ConsequenceList({ consequences }: ConsequenceListProps) {
  const say = useSharedWords();
  const id = useId();
  return (
    <>
      <h3 id={id}>{say('pieces.whatHappens')}</h3>
      {consequences ? (
        <ul className="k-consequences" aria-labelledby={id}>
          {consequences.map((one) => (
            <li key={one.id} className={classes(one.tone && `k-consequence-${one.tone}`)}>
              <Icon of={one.icon ?? ArrowRight} />
              <div>{one.what}</div>
            </li>
          ))}
        </ul>
      ) : (
        <div className="k-consequences">
          <Skeleton shape="lines" />
        </div>
      )}
    </>
  );
}
