import { Building2, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PracticeChoice as Practice } from '../../browser/session/session';
import { useSharedWords } from '../../browser/speech';
import { Button } from './button';
import { Icon } from './icon';
import './practice-choice.css';

interface PracticeChoiceProps {
  readonly practices: readonly Practice[];
  readonly busy: boolean;
  readonly onChoose: (practice: Practice) => void;
  readonly onBack: () => void;
}

/** For someone who works in several practices: a session belongs to one. */
export function PracticeChoice({ practices, busy, onChoose, onBack }: PracticeChoiceProps) {
  const say = useSharedWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <h2>{say('session.whichPractice')}</h2>
      <ul className="k-practices" ref={list} aria-busy={busy}>
        {practices.map((practice) => (
          <li key={practice.id}>
            <button type="button" className="k-practice" aria-disabled={busy} onClick={() => onChoose(practice)}>
              <Icon of={Building2} />
              <span className="grow">{practice.name}</span>
              <Icon of={ChevronRight} />
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onBack}>
        {say('pieces.back')}
      </Button>
    </>
  );
}
