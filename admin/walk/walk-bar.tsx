import { Circle, CircleCheck, CircleDot, UserRound } from 'lucide-react';
import { Icon, type IconDrawing } from '../design/icon';
import { Tooltip } from '../design/tooltip';
import { VisuallyHidden } from '../design/visually-hidden';
import { useWords } from '../words';
import type { StepStanding, Walk } from './walk-steps';

const drawings: Readonly<Record<StepStanding, IconDrawing>> = {
  done: CircleCheck,
  now: CircleDot,
  later: Circle,
  others: UserRound,
};

/** All steps in one line: a drawing for each, its name when pointed at, and in words for those who listen. */
export function WalkBar({ steps }: { readonly steps: Walk['steps'] }) {
  const say = useWords();
  return (
    <ol className="walk-bar">
      {steps.map(({ step, standing }) => {
        const name = `${say(`walk.steps.${step}`)}: ${say(`walk.standings.${standing}`)}`;
        return (
          <li
            key={step}
            className={`walk-${standing}`}
            {...(standing === 'now' && { 'aria-current': 'step' as const })}
          >
            <Tooltip text={name}>
              <span>
                <Icon of={drawings[standing]} />
                <VisuallyHidden>{name}</VisuallyHidden>
              </span>
            </Tooltip>
          </li>
        );
      })}
    </ol>
  );
}
